import SourceText

/// The line that a span begins on, cut to fit, with the columns to underline.
struct Excerpt {
  let line: Int

  /// Printable text: tabs are spaces, and `…` stands where something was cut off.
  let text: String

  /// How many columns stand before the marked part.
  let markStart: Int

  /// How many columns are marked; at least one, so that an empty span shows too.
  let markWidth: Int

  /// Cuts the line so that it takes no more columns than the width.
  init(_ span: SourceSpan, in file: SourceFile, index: LineIndex, width: Int) {
    line = index.position(at: Int(span.start)).line
    let range = index.range(ofLine: line)
    let start = min(max(Int(span.start), range.lowerBound), range.upperBound)
    let end = min(max(Int(span.end), start), range.upperBound)
    // No more than the width can show is decoded: a line can be the whole of a large file.
    let reach = 4 * width
    let before = Cells(file.bytes[max(range.lowerBound, start - reach)..<start])
    let marked = Cells(file.bytes[start..<min(end, start + reach)])
    let after = Cells(file.bytes[end..<min(range.upperBound, end + reach)])

    let markedPart = marked.prefix(width: max(width - 8, 8))
    let spare = max(width - markedPart.width, 0)
    let isCutBefore = before.width > max(spare - min(after.width, spare / 3), 0)
    let beforePart = before.suffix(
      width: max(spare - min(after.width, spare / 3) - 1, 0),
      isCut: isCutBefore
    )
    let afterPart = after.prefix(width: max(spare - beforePart.width, 0))
    text = beforePart.text + markedPart.text + afterPart.text
    markStart = beforePart.width
    markWidth = max(markedPart.width, 1)
  }
}

/// Characters as a terminal shows them, each with its columns.
private struct Cells {
  private var cells: [(text: String, width: Int)] = []
  private(set) var width = 0

  init(_ bytes: ArraySlice<UInt8>) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\t" {
        add("    ", width: 4)
      } else {
        var text = ""
        Printable.append(scalar, to: &text)
        add(text, width: DisplayWidth.of(text))
      }
    }
  }

  /// The first characters; where not all fit, `…` is the last.
  func prefix(width limit: Int) -> (text: String, width: Int) {
    guard width > limit else { return (joined(cells[...]), width) }
    var taken = 0
    let count = cells.prefix { cell in
      taken += cell.width
      return taken < limit
    }.count
    let part = cells[..<count]
    return (joined(part) + "…", part.reduce(0) { $0 + $1.width } + 1)
  }

  /// The last characters; where some were cut off, `…` is the first.
  func suffix(width limit: Int, isCut: Bool) -> (text: String, width: Int) {
    guard isCut else { return (joined(cells[...]), width) }
    var taken = 0
    let count = cells.reversed().prefix { cell in
      taken += cell.width
      return taken <= limit
    }.count
    let part = cells[(cells.count - count)...]
    return ("…" + joined(part), part.reduce(0) { $0 + $1.width } + 1)
  }

  private func joined(_ cells: ArraySlice<(text: String, width: Int)>) -> String {
    cells.reduce(into: "") { $0 += $1.text }
  }

  private mutating func add(_ text: String, width: Int) {
    cells.append((text, width))
    self.width += width
  }
}
