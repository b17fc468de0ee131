import SourceText

/// The lines of a file, as Python's text mode reads them: LF, CR LF and CR all end one.
struct IniLines {
  /// Each line's text; a line end stands as one LF.
  let lines: [TracedText]

  init(_ file: SourceFile) {
    var lines: [TracedText] = []
    var line = TracedText(file: file.id)
    var offset = 0
    let text = String(decoding: file.bytes, as: UTF8.self)
    var afterCarriageReturn = false
    for scalar in text.unicodeScalars {
      let width = Self.width(of: scalar, in: file.bytes, at: offset)
      defer { offset += width }
      if afterCarriageReturn, scalar == "\n" {
        afterCarriageReturn = false
        continue
      }
      afterCarriageReturn = scalar == "\r"
      let isEnd = scalar == "\n" || scalar == "\r"
      line.scalars.append(
        TracedText.Scalar(
          value: isEnd ? "\n" : scalar, start: Int32(offset), end: Int32(offset + width)
        )
      )
      if isEnd {
        lines.append(line)
        line = TracedText(file: file.id)
      }
    }
    if !line.isEmpty { lines.append(line) }
    self.lines = lines
  }

  /// How many bytes of the file a decoded scalar stands for.
  private static func width(of scalar: Unicode.Scalar, in bytes: [UInt8], at offset: Int) -> Int {
    guard scalar == "\u{FFFD}" else { return UTF8.width(scalar) }
    // A replacement stands for a broken sequence; the decoder takes one maximal part of it.
    return UTF8Fault(bytes, at: offset)?.length ?? 3
  }
}
