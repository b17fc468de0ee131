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

    /// The text without the blank lines around it.
    var text: String {
      let start = bytes.firstIndex { $0 != UInt8(ascii: "\n") } ?? bytes.endIndex
      let end = bytes.lastIndex { $0 > UInt8(ascii: " ") } ?? start - 1
      return String(decoding: bytes[start..<end + 1], as: UTF8.self)
    }
  }

  /// A fenced block of code.
  struct Fence {
    /// What follows the ticks: a language, and perhaps a name.
    fileprivate let info: ArraySlice<UInt8>

    /// The line on which its content begins, counted from 1.
    let line: Int
    fileprivate let bytes: ArraySlice<UInt8>

    var language: String {
      info.prefix { $0 != UInt8(ascii: " ") }.trimmedText
    }

    /// What follows the language, such as a file name.
    var name: String {
      info.drop { $0 != UInt8(ascii: " ") }.trimmedText
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  private(set) var frontMatter: [(key: String, value: String, line: Int)] = []
  private(set) var title = ""
  private(set) var sections: [Section] = []

  private let page: [UInt8]

  /// Where the next line begins.
  private var position = 0

  /// The number of the line that was read last, counted from 1.
  private var lineNumber = 0

  /// Cuts a page, only up to the first heading that `ends` names where one is given.
  init(_ page: String, until ends: (_ heading: String) -> Bool = { _ in false }) {
    self.page = Array(page.utf8)
    readFrontMatter()
    readBody(until: ends)
  }

  private mutating func readFrontMatter() {
    let fence = "---".utf8
    guard page.starts(with: fence), nextLine()?.elementsEqual(fence) == true else { return }
    while let line = nextLine(), !line.elementsEqual(fence) {
      let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
      let value = line[colon...].dropFirst()
      frontMatter.append((line[..<colon].trimmedText, value.trimmedText, lineNumber))
    }
  }

  private mutating func readBody(until ends: (String) -> Bool) {
    while let line = nextLine() {
      if line.starts(with: "## ".utf8) {
        endSection(at: line.startIndex)
        let heading = line.dropFirst(3).trimmedText
        if ends(heading) { return }
        sections.append(Section(heading: heading, line: lineNumber, bytes: page[position...]))
      } else if line.starts(with: "# ".utf8), sections.isEmpty {
        title = line.dropFirst(2).trimmedText
      } else if line.starts(with: "```".utf8), !sections.isEmpty {
        readFence(line)
      }
    }
    endSection(at: page.endIndex)
  }

  private mutating func endSection(at end: Int) {
    guard let section = sections.last else { return }
    sections[sections.count - 1].bytes = page[section.bytes.startIndex..<end]
  }

  private mutating func readFence(_ line: ArraySlice<UInt8>) {
    let ticks = line.prefix { $0 == UInt8(ascii: "`") }
    let start = position
    let firstLine = lineNumber + 1
    var end = page.endIndex
    while let line = nextLine() {
      guard line.count == ticks.count, line.elementsEqual(ticks) else { continue }
      end = line.startIndex
      break
    }
    let fence = Fence(
      info: line[ticks.endIndex...], line: firstLine, bytes: page[start..<end])
    sections[sections.count - 1].fences.append(fence)
  }

  /// The next line without its end; nil after the last one.
  private mutating func nextLine() -> ArraySlice<UInt8>? {
    guard position < page.endIndex else { return nil }
    let end = page[position...].firstIndex(of: UInt8(ascii: "\n")) ?? page.endIndex
    defer { position = min(end + 1, page.endIndex) }
    lineNumber += 1
    return page[position..<end]
  }
}

extension ArraySlice<UInt8> {
  /// The text of bytes without blanks around them.
  fileprivate var trimmedText: String {
    let isBlank = { (byte: UInt8) in byte <= UInt8(ascii: " ") }
    let start = firstIndex { !isBlank($0) } ?? endIndex
    let end = lastIndex { !isBlank($0) } ?? start - 1
    return String(decoding: self[start..<end + 1], as: UTF8.self)
  }
}

extension String {
  /// The lines, split at LF bytes.
  var linesOfBytes: [Substring] {
    utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
  }
}
