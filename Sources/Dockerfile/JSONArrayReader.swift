import SourceText

/// Reads a JSON array of strings as Go's `encoding/json` does, with the way back of each string.
struct JSONArrayReader {
  enum Result {
    case strings([SpannedText])

    /// JSON, but not of strings alone.
    case otherThanStrings
    case notAnArray
  }

  private let text: SpannedText
  private var position = 0
  private var isValid = true

  init(_ text: SpannedText) {
    self.text = text
  }

  mutating func read() -> Result {
    guard text.bytes.first == openBracket else { return .notAnArray }
    let elements = array(depth: 0)
    skipBlanks()
    guard isValid, position == text.bytes.count else { return .notAnArray }
    let strings = elements.compactMap(\.self)
    return strings.count == elements.count ? .strings(strings) : .otherThanStrings
  }

  /// The elements of an array; nil stands for what is not a string.
  private mutating func array(depth: Int) -> [SpannedText?] {
    take(openBracket)
    skipBlanks()
    if peek == closeBracket {
      position += 1
      return []
    }
    var elements: [SpannedText?] = []
    while isValid {
      elements.append(value(depth: depth))
      skipBlanks()
      if peek == closeBracket {
        position += 1
        break
      }
      take(comma)
    }
    return elements
  }

  private mutating func value(depth: Int) -> SpannedText? {
    skipBlanks()
    switch peek {
    case .doubleQuote?: return string()
    case openBracket? where depth < depthLimit: _ = array(depth: depth + 1)
    case openBrace? where depth < depthLimit: object(depth: depth + 1)
    case UInt8(ascii: "t")?: take("true")
    case UInt8(ascii: "f")?: take("false")
    case UInt8(ascii: "n")?: take("null")
    default: number()
    }
    return nil
  }

  private mutating func object(depth: Int) {
    take(openBrace)
    skipBlanks()
    if peek == closeBrace {
      position += 1
      return
    }
    while isValid {
      skipBlanks()
      _ = string()
      skipBlanks()
      take(UInt8(ascii: ":"))
      _ = value(depth: depth)
      skipBlanks()
      if peek == closeBrace {
        position += 1
        return
      }
      take(comma)
    }
  }

  private mutating func number() {
    if peek == .hyphen { position += 1 }
    if peek == UInt8(ascii: "0") {
      position += 1
    } else {
      digits()
    }
    if peek == UInt8(ascii: ".") {
      position += 1
      digits()
    }
    if let exponent = peek, exponent | 0x20 == UInt8(ascii: "e") {
      position += 1
      if peek == .hyphen || peek == UInt8(ascii: "+") { position += 1 }
      digits()
    }
  }

  private mutating func digits() {
    guard let first = peek, first.isDigit else {
      isValid = false
      return
    }
    while let byte = peek, byte.isDigit { position += 1 }
  }

  private mutating func string() -> SpannedText {
    take(.doubleQuote)
    var string = text[position..<position]
    while isValid, let byte = peek {
      switch byte {
      case .doubleQuote:
        position += 1
        return string
      case .backslash:
        escape(into: &string)
      case 0..<0x20:
        isValid = false
      default:
        string.append(text[position..<(position + 1)])
        position += 1
      }
    }
    isValid = false
    return string
  }

  private mutating func escape(into string: inout SpannedText) {
    let start = position
    position += 1
    guard let byte = peek else {
      isValid = false
      return
    }
    position += 1
    var bytes: [UInt8] = []
    switch byte {
    case .doubleQuote, .backslash, UInt8(ascii: "/"): bytes = [byte]
    case UInt8(ascii: "b"): bytes = [0x08]
    case UInt8(ascii: "f"): bytes = [0x0C]
    case UInt8(ascii: "n"): bytes = [.newline]
    case UInt8(ascii: "r"): bytes = [.carriageReturn]
    case UInt8(ascii: "t"): bytes = [.tab]
    case UInt8(ascii: "u"): bytes = Array(String(codePoint()).utf8)
    default: isValid = false
    }
    let origin = text.span(of: start..<position).range
    for byte in bytes { string.append(byte, from: origin) }
  }

  /// The character of `\u` and, for a pair of surrogates, of the `\u` that follows.
  private mutating func codePoint() -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    guard let high = codeUnit() else { return replacement }
    guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) ?? replacement }
    let retry = position
    if text.bytes[position...].starts(with: [.backslash, UInt8(ascii: "u")]) {
      position += 2
      if let low = codeUnit(), (0xDC00..<0xE000).contains(low) {
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? replacement
      }
    }
    position = retry
    return replacement
  }

  private mutating func codeUnit() -> UInt32? {
    let digits = text.bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ $0.isLetter || $0.isDigit }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else {
      isValid = false
      return nil
    }
    position += 4
    return unit
  }

  private var peek: UInt8? {
    position < text.bytes.count ? text.bytes[position] : nil
  }

  private mutating func skipBlanks() {
    while let byte = peek,
      byte == .blank || byte == .tab || byte == .newline || byte == .carriageReturn
    {
      position += 1
    }
  }

  private mutating func take(_ byte: UInt8) {
    if peek == byte {
      position += 1
    } else {
      isValid = false
    }
  }

  private mutating func take(_ word: StaticString) {
    let bytes = Array("\(word)".utf8)
    if text.bytes[position...].starts(with: bytes) {
      position += bytes.count
    } else {
      isValid = false
    }
  }
}

private let openBracket = UInt8(ascii: "[")
private let closeBracket = UInt8(ascii: "]")
private let openBrace = UInt8(ascii: "{")
private let closeBrace = UInt8(ascii: "}")
private let comma = UInt8(ascii: ",")

/// Deeper nesting is taken for no JSON at all; nothing that deep can be an instruction's arguments.
private let depthLimit = 100
