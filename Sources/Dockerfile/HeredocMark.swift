import SourceText

/// A word such as `<<EOF` that announces a here-document.
struct HeredocMark {
  let name: String
  let fileDescriptor: Int
  let isExpanded: Bool
  let stripsTabs: Bool

  /// The marks of a line in their order; quoted ones do not count.
  static func marks(in line: String) throws(ExpansionFailure) -> [HeredocMark] {
    let expansion: WordExpansion
    do throws(ExpansionFailure) {
      expansion = try WordExpander.expand(
        line,
        escape: .backslash,
        options: [.keepQuotes, .keepEscapes, .keepUnset]
      ) { _ in nil }
    } catch {
      // BuildKit looks for here-documents in what it can split, and says nothing of the rest.
      return []
    }
    var marks: [HeredocMark] = []
    for word in expansion.words {
      if let mark = try HeredocMark(word) { marks.append(mark) }
    }
    return marks
  }

  /// Reads one word; nil where it announces nothing.
  init?(_ word: String) throws(ExpansionFailure) {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    var rest = word.dropFirst(digits.count)
    guard rest.hasPrefix("<<") else { return nil }
    rest = rest.dropFirst(2)
    stripsTabs = rest.hasPrefix("-")
    if stripsTabs { rest = rest.dropFirst() }
    rest = rest.drop { $0 == " " || $0 == "\t" }
    guard !rest.isEmpty, !rest.contains("<") else { return nil }
    let plain = try Self.words(String(rest), options: .keepUnset)
    guard plain.count == 1, let name = plain.first else { return nil }
    let quoted = try Self.words(String(rest), options: [.keepUnset, .keepQuotes])
    self.name = name
    fileDescriptor = Int(digits) ?? 0
    isExpanded = quoted.map(Self.quotes) == [Self.quotes(name)]
  }

  private static func words(
    _ text: String,
    options: WordExpander.Options
  ) throws(ExpansionFailure) -> [String] {
    try WordExpander.expand(text, escape: .backslash, options: options) { _ in nil }.words
  }

  private static func quotes(_ text: String) -> Int {
    text.utf8.count { $0 == .singleQuote || $0 == .doubleQuote }
  }
}

extension Heredoc {
  init(_ mark: HeredocMark, body: SpannedText) {
    self.init(
      name: mark.name,
      fileDescriptor: mark.fileDescriptor,
      isExpanded: mark.isExpanded,
      stripsTabs: mark.stripsTabs,
      body: body
    )
  }
}
