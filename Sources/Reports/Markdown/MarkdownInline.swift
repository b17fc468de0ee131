/// A piece of a paragraph.
enum MarkdownInline: Hashable {
  case text(String)
  case code(String)
  case strong(String)
  case emphasis(String)
  case link(String, address: String)

  /// Divides a paragraph at its code, strong and emphasised text and links; none nests.
  ///
  /// A text of more than 10 000 bytes is nobody's prose and stays as it is.
  static func pieces(of text: String) -> [MarkdownInline] {
    guard text.utf8.count <= 10_000 else { return [.text(text)] }
    var scanner = Scanner(rest: text[...])
    while scanner.next() {}
    return scanner.pieces
  }

  private struct Scanner {
    var rest: Substring
    var pieces: [MarkdownInline] = []
    private var plain = ""

    init(rest: Substring) {
      self.rest = rest
    }

    mutating func next() -> Bool {
      takePlain()
      guard let first = rest.first else {
        flush()
        return false
      }
      let piece: MarkdownInline? =
        switch first {
        case "`": enclosed(by: "`").map(MarkdownInline.code)
        case "*":
          enclosed(by: "**").map(MarkdownInline.strong)
            ?? enclosed(by: "*").map(MarkdownInline.emphasis)
        case "[": link()
        default: nil
        }
      if let piece {
        flush()
        pieces.append(piece)
      } else {
        plain.append(rest.removeFirst())
      }
      return true
    }

    /// Takes what begins no piece.
    private mutating func takePlain() {
      let end = rest.utf8.firstIndex { "`*[".utf8.contains($0) } ?? rest.endIndex
      plain += rest[..<end]
      rest = rest[end...]
    }

    private mutating func flush() {
      if !plain.isEmpty {
        pieces.append(.text(plain))
        plain = ""
      }
    }

    /// The text between two marks, if it is neither empty nor begins or ends with a space.
    private mutating func enclosed(by mark: String) -> String? {
      guard rest.hasPrefix(mark) else { return nil }
      let inside = rest.dropFirst(mark.count)
      guard let end = MarkdownInline.index(of: mark, in: inside) else { return nil }
      let text = inside[..<end]
      let isCode = mark == "`"
      guard !text.isEmpty, isCode || (text.first != " " && text.last != " ") else { return nil }
      rest = inside[end...].dropFirst(mark.count)
      return String(text)
    }

    private mutating func link() -> MarkdownInline? {
      let inside = rest.dropFirst()
      guard let textEnd = MarkdownInline.index(of: "](", in: inside) else { return nil }
      let address = inside[textEnd...].dropFirst(2)
      guard let end = address.firstIndex(of: ")"), !inside[..<textEnd].contains("[") else {
        return nil
      }
      rest = address[end...].dropFirst()
      return .link(String(inside[..<textEnd]), address: String(address[..<end]))
    }
  }

  private static func index(of mark: String, in text: Substring) -> Substring.Index? {
    guard let first = mark.first else { return nil }
    var rest = text
    while let start = rest.firstIndex(of: first) {
      if rest[start...].hasPrefix(mark) { return start }
      rest = rest[start...].dropFirst()
    }
    return nil
  }
}
