/// Breaks text between words so that no line is wider than asked.
struct TextWrapping {
  /// Nil breaks nothing.
  let width: Int?

  /// The lines of a paragraph.
  ///
  /// The first line has already lost the used columns; the later ones are set in by the indent.
  func lines(of text: String, used: Int = 0, indent: Int = 0) -> [String] {
    guard let width else { return [text] }
    var lines: [String] = []
    var line = ""
    var column = used
    for word in text.split(separator: " ") {
      let wordWidth = DisplayWidth.of(String(word))
      let isFirst = column == (lines.isEmpty ? used : indent)
      if column + (isFirst ? 0 : 1) + wordWidth > width, column > indent {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        column = indent
      } else if !isFirst {
        line += " "
        column += 1
      }
      line += word
      column += wordWidth
    }
    return lines + [line]
  }
}
