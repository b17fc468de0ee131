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
  /// Nil where every byte is a character of one column.
  private var cells: [(text: String, width: Int)]?
  private let bytes: ArraySlice<UInt8>
  let width: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    guard !bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
      width = bytes.count
      return
    }
    let cells = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(Cells.cell)
    width = cells.reduce(0) { $0 + $1.width }
    self.cells = cells
  }

  /// The first characters; where not all fit, `…` is the last.
  func prefix(width limit: Int) -> (text: String, width: Int) {
    guard width > limit else { return (text, width) }
    guard let cells else {
      return (String(decoding: bytes.prefix(max(limit - 1, 0)), as: UTF8.self) + "…", max(limit, 1))
    }
    var taken = 0
    let part = cells.prefix { cell in
      taken += cell.width
      return taken < limit
    }
    return (joined(part) + "…", part.reduce(0) { $0 + $1.width } + 1)
  }

  /// The last characters; where some were cut off, `…` is the first.
  func suffix(width limit: Int, isCut: Bool) -> (text: String, width: Int) {
    guard isCut else { return (text, width) }
    guard let cells else {
      let part = bytes.suffix(limit)
      return ("…" + String(decoding: part, as: UTF8.self), part.count + 1)
    }
    var taken = 0
    let count = cells.reversed().prefix { cell in
      taken += cell.width
      return taken <= limit
    }.count
    let part = cells.suffix(count)
    return ("…" + joined(part), part.reduce(0) { $0 + $1.width } + 1)
  }

  private var text: String {
    cells.map { joined($0[...]) } ?? String(decoding: bytes, as: UTF8.self)
  }

  private func joined(_ cells: ArraySlice<(text: String, width: Int)>) -> String {
    cells.reduce(into: "") { $0 += $1.text }
  }

  private static func cell(_ scalar: Unicode.Scalar) -> (text: String, width: Int) {
    guard scalar != "\t" else { return ("    ", 4) }
    var text = ""
    Printable.append(scalar, to: &text)
    return (text, DisplayWidth.of(text))
  }
}
