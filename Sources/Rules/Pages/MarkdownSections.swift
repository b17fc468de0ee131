/// A rule page cut into its parts: front matter, heading and sections.
///
/// Pages are read at every start: they are cut as bytes, and only what is asked for becomes text.
struct MarkdownSections {
  /// A part that begins with a heading of the second level.
  struct Section {
    let heading: String

    /// The heading's line in the page, counted from 1.
    let line: Int
    fileprivate(set) var bytes: ArraySlice<UInt8>
    fileprivate(set) var fences: [Fence] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// A fenced block of code.
  struct Fence {
    let language: String

    /// What follows the language, such as a file name.
    let name: String

    /// The line on which its content begins, counted from 1.
    let line: Int
    fileprivate let bytes: ArraySlice<UInt8>

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  private(set) var frontMatter: [(key: String, value: String, line: Int)] = []
  private(set) var title = ""
  private(set) var sections: [Section] = []

  private let page: [UInt8]
  private let lines: [ArraySlice<UInt8>]
  private var position = 0

  init(_ page: String) {
    self.page = Array(page.utf8)
    lines = self.page.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    readFrontMatter()
    readBody()
  }

  private mutating func readFrontMatter() {
    guard let first = lines.first, first.elementsEqual("---".utf8) else { return }
    position = 1
    while position < lines.count, !lines[position].elementsEqual("---".utf8) {
      let parts = lines[position].split(separator: UInt8(ascii: ":"), maxSplits: 1)
      if let key = parts.first {
        frontMatter.append((text(key), parts.count == 2 ? text(parts[1]) : "", position + 1))
      }
      position += 1
    }
    position += 1
  }

  private mutating func readBody() {
    while position < lines.count {
      let line = lines[position]
      if line.starts(with: "## ".utf8) {
        endSection(at: line.startIndex)
        let heading = text(line.dropFirst(3))
        sections.append(Section(heading: heading, line: position + 1, bytes: from(position + 1)))
      } else if line.starts(with: "# ".utf8), sections.isEmpty {
        title = text(line.dropFirst(2))
      } else if line.starts(with: "```".utf8), !sections.isEmpty {
        readFence()
      }
      position += 1
    }
  }

  private mutating func endSection(at end: Int) {
    guard let section = sections.last, section.bytes.startIndex <= end else { return }
    sections[sections.count - 1].bytes = page[section.bytes.startIndex..<end]
  }

  private mutating func readFence() {
    let ticks = lines[position].prefix { $0 == UInt8(ascii: "`") }
    let words = lines[position].dropFirst(ticks.count)
      .split(separator: UInt8(ascii: " "), maxSplits: 1)
    let start = position + 1
    position = start
    while position < lines.count, !lines[position].elementsEqual(ticks) {
      position += 1
    }
    let fence = Fence(
      language: words.first.map(text) ?? "", name: words.count == 2 ? text(words[1]) : "",
      line: start + 1, bytes: page[from(start).startIndex..<from(position).startIndex])
    sections[sections.count - 1].fences.append(fence)
  }

  /// The page from the beginning of a line on, the first being 0.
  private func from(_ line: Int) -> ArraySlice<UInt8> {
    page[(line < lines.count ? lines[line].startIndex : page.endIndex)...]
  }

  /// The text of bytes without blanks around them.
  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let first = bytes.first, first <= UInt8(ascii: " ") { bytes.removeFirst() }
    while let last = bytes.last, last <= UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// The lines, split at LF bytes.
  var linesOfBytes: [Substring] {
    utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
  }
}
