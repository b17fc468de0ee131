/// What is wrong with a text that somebody wrote for dovetail, and where.
package struct PlacedMessage: Hashable, Sendable, CustomStringConvertible {
  package let path: String
  package let position: LinePosition
  package let message: String

  /// The line that it is about.
  package let excerpt: String

  /// `offset` is a byte of the text.
  package init(_ message: String, path: String, at offset: Int, of text: String) {
    let file = SourceFile(path: path, text: text)
    self.init(message, at: LineIndex(file).position(at: offset), in: file)
  }

  /// `line` counts from 1.
  package init(_ message: String, path: String, line: Int, of text: String) {
    let position = LinePosition(line: line, column: 1)
    self.init(message, at: position, in: SourceFile(path: path, text: text))
  }

  package init(_ message: String, at position: LinePosition, in file: SourceFile) {
    self.message = message
    self.position = position
    path = file.path
    excerpt = file.text(in: LineIndex(file).range(ofLine: position.line))
  }

  /// The place, the message, and the line with a caret below it.
  package var description: String {
    let shown = excerpt.unicodeScalars.prefix(position.column - 1)
    // What is as wide as what stands above it, where that has tabs.
    let indent = String(String.UnicodeScalarView(shown.map { $0 == "\t" ? "\t" : " " }))
    let head = "\(path):\(position.line):\(position.column): \(message)"
    return "\(head)\n  \(excerpt)\n  \(indent)^"
  }
}

extension SourceFile {
  /// A text that stands alone.
  fileprivate init(path: String, text: String) {
    self.init(id: ID(rawValue: 0), path: path, origin: nil, bytes: Array(text.utf8))
  }
}
