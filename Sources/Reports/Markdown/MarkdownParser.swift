/// Reads Markdown into blocks: headings, paragraphs, lists, fenced code and tables.
///
/// What is none of them is a paragraph, so that no text is ever lost.
struct MarkdownParser {
  private var lines: ArraySlice<Substring>
  private var blocks: [MarkdownBlock] = []

  /// The blocks of a text; a front matter between `---` is left out.
  static func blocks(of text: String) -> [MarkdownBlock] {
    var parser = MarkdownParser(text)
    parser.skipFrontMatter()
    while parser.block() {}
    return parser.blocks
  }

  /// The first paragraph, if there is one.
  static func firstParagraph(of text: String) -> String? {
    for case .paragraph(let paragraph) in blocks(of: text) {
      return paragraph
    }
    return nil
  }

  private init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }[...]
  }

  private mutating func skipFrontMatter() {
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return }
    lines = lines[(end + 1)...]
  }

  private mutating func block() -> Bool {
    guard let line = lines.first else { return false }
    if line.allSatisfy(\.isWhitespace) {
      lines.removeFirst()
    } else if line.hasPrefix("```") {
      code()
    } else if let level = headingLevel(of: line) {
      lines.removeFirst()
      blocks.append(.heading(level: level, trimmed(line.drop { $0 == "#" })))
    } else if item(of: line) != nil {
      list()
    } else if line.hasPrefix("|") {
      table()
    } else {
      paragraph()
    }
    return true
  }

  private mutating func code() {
    let first = lines.removeFirst()
    let fence = first.prefix { $0 == "`" }
    let info = first.drop { $0 == "`" }
    let body = lines.prefix { !$0.hasPrefix(fence) }
    lines = lines.dropFirst(body.count + 1)
    blocks.append(.code(info: trimmed(info), body.joined(separator: "\n")))
  }

  private mutating func list() {
    let isNumbered = lines.first?.first?.isNumber == true
    var items: [String] = []
    while let line = lines.first {
      if let text = item(of: line) {
        items.append(trimmed(text))
      } else if line.hasPrefix(" "), !items.isEmpty, !line.allSatisfy(\.isWhitespace) {
        items[items.count - 1] += " " + trimmed(line)
      } else {
        break
      }
      lines.removeFirst()
    }
    blocks.append(.list(items, isNumbered: isNumbered))
  }

  private mutating func table() {
    let rows = lines.prefix { $0.hasPrefix("|") }
    lines = lines.dropFirst(rows.count)
    let cells = rows.map { row in
      trimmed(row).dropFirst().split(separator: "|").map(trimmed)
    }
    let body = cells.filter { row in
      !row.allSatisfy { cell in cell.allSatisfy { "-: ".contains($0) } }
    }
    blocks.append(.table(body))
  }

  private mutating func paragraph() {
    let first = lines.removeFirst()
    let rest = lines.prefix { !startsBlock($0) }
    lines = lines.dropFirst(rest.count)
    blocks.append(.paragraph(([first] + rest).map(trimmed).joined(separator: " ")))
  }

  private func startsBlock(_ line: Substring) -> Bool {
    line.allSatisfy(\.isWhitespace) || line.hasPrefix("```") || line.hasPrefix("|")
      || headingLevel(of: line) != nil || item(of: line) != nil
  }

  private func headingLevel(of line: Substring) -> Int? {
    let level = line.prefix { $0 == "#" }.count
    return (1...6).contains(level) && line.dropFirst(level).hasPrefix(" ") ? level : nil
  }

  /// The text of a list's item, without its mark.
  private func item(of line: Substring) -> Substring? {
    if line.hasPrefix("- ") || line.hasPrefix("* ") {
      return line.dropFirst(2)
    }
    let digits = line.prefix { $0.isNumber }
    let rest = line.dropFirst(digits.count)
    return !digits.isEmpty && digits.count <= 3 && rest.hasPrefix(". ") ? rest.dropFirst(2) : nil
  }

  private func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0.isWhitespace }
    let end = start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) }
    return String(start[..<(end ?? start.startIndex)])
  }

  private func trimmed(_ text: String) -> String {
    trimmed(text[...])
  }
}
