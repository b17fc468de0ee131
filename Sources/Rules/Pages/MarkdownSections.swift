/// A rule page cut into its parts: front matter, heading and sections.
struct MarkdownSections {
  /// A part that begins with a heading of the second level.
  struct Section {
    let heading: String
    /// The heading's line in the page, counted from 1.
    let line: Int
    fileprivate(set) var text: Substring
    fileprivate(set) var fences: [Fence] = []
  }

  /// A fenced block of code.
  struct Fence {
    let language: String
    /// What follows the language, such as a file name.
    let name: String
    /// The line on which its content begins, counted from 1.
    let line: Int
    let text: Substring
  }

  private(set) var frontMatter: [(key: String, value: String, line: Int)] = []
  private(set) var title = ""
  private(set) var sections: [Section] = []

  private let page: String
  private let lines: [Substring]
  private var position = 0

  init(_ page: String) {
    self.page = page
    lines = page.linesOfBytes
    readFrontMatter()
    readBody()
  }

  private mutating func readFrontMatter() {
    guard lines.first == "---" else { return }
    position = 1
    while position < lines.count, lines[position] != "---" {
      let parts = lines[position].split(separator: ":", maxSplits: 1)
      if let key = parts.first {
        let value = parts.count == 2 ? trimmed(parts[1]) : ""
        frontMatter.append((trimmed(key), value, position + 1))
      }
      position += 1
    }
    position += 1
  }

  private mutating func readBody() {
    while position < lines.count {
      let line = lines[position]
      if line.hasPrefix("## ") {
        endSection(at: line.startIndex)
        let heading = trimmed(line.dropFirst(3))
        sections.append(Section(heading: heading, line: position + 1, text: from(position + 1)))
      } else if line.hasPrefix("# "), sections.isEmpty {
        title = trimmed(line.dropFirst(2))
      } else if line.hasPrefix("```"), !sections.isEmpty {
        readFence()
      }
      position += 1
    }
  }

  private mutating func endSection(at end: String.Index) {
    guard let section = sections.last, section.text.startIndex <= end else { return }
    sections[sections.count - 1].text = page[section.text.startIndex..<end]
  }

  private mutating func readFence() {
    let ticks = lines[position].prefix { $0 == "`" }
    let words = lines[position].dropFirst(ticks.count).split(separator: " ", maxSplits: 1)
    let start = position + 1
    position = start
    while position < lines.count, lines[position] != ticks {
      position += 1
    }
    let fence = Fence(
      language: words.first.map(String.init) ?? "",
      name: words.count == 2 ? trimmed(words[1]) : "",
      line: start + 1,
      text: page[from(start).startIndex..<from(position).startIndex]
    )
    sections[sections.count - 1].fences.append(fence)
  }

  /// The page from the beginning of a line on, the first being 0.
  private func from(_ line: Int) -> Substring {
    line < lines.count ? page[lines[line].startIndex...] : page[page.endIndex...]
  }

  private func trimmed(_ text: some StringProtocol) -> String {
    var text = Substring(text)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension String {
  /// The lines, split at LF bytes: pages are read at every start, and bytes are quicker by far.
  var linesOfBytes: [Substring] {
    utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
  }
}
