/// Lays Markdown out as plain lines; the marks inside a paragraph stay as they are.
struct TextMarkdown {
  /// The columns that a line may take; code is never broken.
  let width: Int?

  func lines(of text: String) -> [String] {
    MarkdownParser.blocks(of: text).flatMap(lines)
  }

  private func lines(of block: MarkdownBlock) -> [String] {
    let wrapping = TextWrapping(width: width)
    switch block {
    case .heading(_, let text), .paragraph(let text):
      return wrapping.lines(of: text)
    case .list(let items, let isNumbered):
      return items.enumerated().flatMap { number, item in
        wrapping.lines(of: (isNumbered ? "\(number + 1). " : "- ") + item, indent: 2)
      }
    case .code(_, let text):
      return text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    case .table(let rows):
      return rows.map { $0.joined(separator: " | ") }
    }
  }
}
