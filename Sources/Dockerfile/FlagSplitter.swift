import SourceText

/// Takes the flags off the text after an instruction's keyword.
struct FlagSplitter {
  private let text: SpannedText
  private var position = 0
  private(set) var flags: [InstructionFlag] = []

  init(_ text: SpannedText) {
    self.text = text
  }

  /// Reads flags up to the first other word, or past `--`, and answers what follows.
  mutating func split() -> SpannedText {
    while true {
      skipBlanks()
      guard text.bytes[position...].starts(with: dashes) else { break }
      let start = position
      let word = word()
      if word == dashes { break }
      append(word, at: text.span(of: start..<position))
    }
    return text[position..<text.bytes.count]
  }

  private mutating func skipBlanks() {
    while position < text.bytes.count {
      let length = WhiteSpace.length(in: text.bytes, at: position)
      if length == 0 { return }
      position += length
    }
  }

  /// A word without its quotes and backslashes; the file's escape character plays no part here.
  private mutating func word() -> [UInt8] {
    var word: [UInt8] = []
    var quote: UInt8?
    while position < text.bytes.count {
      let byte = text.bytes[position]
      if quote == nil, WhiteSpace.length(in: text.bytes, at: position) > 0 { break }
      position += 1
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == .singleQuote || byte == .doubleQuote {
        quote = byte
      } else if byte == .backslash {
        guard position < text.bytes.count else { break }
        word.append(text.bytes[position])
        position += 1
      } else {
        word.append(byte)
      }
    }
    return word
  }

  private mutating func append(_ word: [UInt8], at span: SourceSpan) {
    let text = word.dropFirst(dashes.count)
    let separator = text.firstIndex(of: .equals)
    let name = text[..<(separator ?? text.endIndex)]
    let value = separator.map { String(decoding: text[($0 + 1)...], as: UTF8.self) }
    flags.append(
      InstructionFlag(name: String(decoding: name, as: UTF8.self), value: value, span: span)
    )
  }
}

private let dashes: [UInt8] = [.hyphen, .hyphen]
