/// Splits JSON into tokens as yajl's lexer does, with its words for what is wrong.
///
/// jansson refuses more: comments, zero characters, halves of pairs, and all that is not UTF-8.
struct JSONLexer {
  typealias Unit = UwsgiText.Unit

  enum Token {
    case text(UwsgiText, Range<Int>)
    case number(UwsgiText, Range<Int>)

    /// `true`, `false` or `null`.
    case word(String, Range<Int>)
    case symbol(Character)
    case end
  }

  private let units: [Unit]
  private let isStrict: Bool
  private var index = 0

  init(_ units: some Sequence<Unit>, library: JSONLibrary) {
    self.units = Array(units)
    isStrict = library == .jansson
  }

  func failure(_ reason: String) -> ReadFailure {
    .malformed(reason: reason, at: min(index, units.count))
  }

  mutating func next() throws -> Token {
    try skipBlanksAndComments()
    guard index < units.count else { return .end }
    let unit = units[index]
    switch unit {
    case UInt16(ascii: "{"), UInt16(ascii: "}"), UInt16(ascii: "["), UInt16(ascii: "]"),
      UInt16(ascii: ":"), UInt16(ascii: ","):
      index += 1
      return .symbol(Character(UnicodeScalar(UInt8(truncatingIfNeeded: unit))))
    case UInt16(ascii: "\""):
      return try string()
    case UInt16(ascii: "t"), UInt16(ascii: "f"), UInt16(ascii: "n"):
      return try word()
    case UInt16(ascii: "-"), UInt16(ascii: "0")...UInt16(ascii: "9"):
      return try number()
    case UwsgiText.firstUnknown...:
      // An unknown part outside of a string can only be meant as a number.
      index += 1
      return .number(UwsgiText(units: [unit]), index - 1..<index)
    default:
      throw failure("lexical error: invalid char in json text.")
    }
  }

  private mutating func skipBlanksAndComments() throws {
    while index < units.count {
      if UwsgiText.isWhiteSpace(units[index]) {
        index += 1
      } else if units[index] == UInt16(ascii: "/") {
        try skipComment()
      } else {
        return
      }
    }
  }

  private mutating func skipComment() throws {
    let next = index + 1 < units.count ? units[index + 1] : 0
    if next == UInt16(ascii: "/"), !isStrict {
      index = units[index...].firstIndex(of: 10) ?? units.count
      return
    }
    guard next == UInt16(ascii: "*"), !isStrict else {
      throw failure("lexical error: malformed comment, expected / or *.")
    }
    index += 2
    while index + 1 < units.count {
      if units[index] == UInt16(ascii: "*"), units[index + 1] == UInt16(ascii: "/") {
        index += 2
        return
      }
      index += 1
    }
    index = units.count
    throw failure("parse error: premature EOF")
  }

  private mutating func word() throws -> Token {
    for word in ["true", "false", "null"]
    where units[index...].starts(with: word.utf8.map(Unit.init)) {
      let start = index
      index += word.utf8.count
      return .word(word, start..<index)
    }
    throw failure("lexical error: invalid string in json text.")
  }

  private mutating func number() throws -> Token {
    let start = index
    take("-")
    if take("0") == false {
      try digits("lexical error: malformed number, a digit is required after the minus sign.")
    }
    if take(".") {
      try digits("lexical error: malformed number, a digit is required after the decimal point.")
    }
    if take("e") || take("E") {
      if take("+") == false { take("-") }
      try digits("lexical error: malformed number, a digit is required after the exponent.")
    }
    return .number(UwsgiText(units: units[start..<index]), start..<index)
  }

  private mutating func digits(_ reason: String) throws {
    guard index < units.count, UwsgiText.isDigit(units[index]) else { throw failure(reason) }
    while index < units.count, UwsgiText.isDigit(units[index]) { index += 1 }
  }

  @discardableResult
  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard index < units.count, units[index] == UInt16(ascii: scalar) else { return false }
    index += 1
    return true
  }
}

extension JSONLexer {
  /// Reads a string; a zero byte in it ends the text as C sees it.
  private mutating func string() throws -> Token {
    index += 1
    let start = index
    var text: [Unit] = []
    while index < units.count {
      let unit = units[index]
      switch unit {
      case UInt16(ascii: "\""):
        index += 1
        return .text(UwsgiText(units: text.prefix { $0 != 0 }), start..<index - 1)
      case UInt16(ascii: "\\"):
        try escape(into: &text)
      case ..<32:
        throw failure("lexical error: invalid character inside string.")
      default:
        try character(into: &text)
      }
    }
    throw failure("parse error: premature EOF")
  }

  /// Takes one UTF-8 character, as loosely as yajl checks it.
  private mutating func character(into text: inout [Unit]) throws {
    let first = units[index]
    let following =
      switch first {
      case ..<0x80: 0
      case 0xc0..<0xe0: 1
      case 0xe0..<0xf0: 2
      case 0xf0..<0xf8: 3
      case UwsgiText.firstUnknown...: 0
      default: -1
      }
    guard following >= 0, index + following < units.count,
      units[(index + 1)..<(index + 1 + following)].allSatisfy({ (0x80..<0xc0).contains($0) })
    else { throw failure("lexical error: invalid bytes in UTF8 string.") }
    let bytes = units[index...(index + following)].map { UInt8(truncatingIfNeeded: $0) }
    if isStrict, first < UwsgiText.firstUnknown, String(validating: bytes, as: UTF8.self) == nil {
      throw failure("unable to decode byte")
    }
    text.append(contentsOf: units[index...(index + following)])
    index += following + 1
  }

  private mutating func escape(into text: inout [Unit]) throws {
    index += 1
    guard index < units.count else { throw failure("parse error: premature EOF") }
    let plain: [Unit: Unit] = [
      34: 34, 92: 92, 47: 47, 98: 8, 102: 12, 110: 10, 114: 13, 116: 9,
    ]
    let letter = units[index]
    index += 1
    if let unit = plain[letter] {
      text.append(unit)
    } else if letter == UInt16(ascii: "u") {
      try unicodeEscape(into: &text)
    } else {
      throw failure(
        "lexical error: inside a string, '\\' occurs before a character which it may not.")
    }
  }

  /// A first half of a pair without its second gives `?`, and takes the next character with it.
  private mutating func unicodeEscape(into text: inout [Unit]) throws {
    var scalar = try hexadecimal()
    if isStrict, scalar == 0 { throw failure("\\u0000 is not allowed") }
    if isStrict, scalar & 0xfc00 == 0xdc00 { throw failure("invalid Unicode") }
    if scalar & 0xfc00 == 0xd800 {
      let isPair =
        index + 1 < units.count && units[index] == UInt16(ascii: "\\")
        && units[index + 1] == UInt16(ascii: "u")
      guard isPair else {
        if isStrict { throw failure("invalid Unicode") }
        text.append(UInt16(ascii: "?"))
        if index < units.count, units[index] != UInt16(ascii: "\"") { index += 1 }
        return
      }
      index += 2
      let second = try hexadecimal()
      if isStrict, second & 0xfc00 != 0xdc00 { throw failure("invalid Unicode") }
      scalar = (scalar & 0x3f) << 10 | (((scalar >> 6) & 0xf) + 1) << 16 | second & 0x3ff
    }
    text.append(contentsOf: Self.utf8(scalar))
  }

  private mutating func hexadecimal() throws -> UInt32 {
    let digits = units[index..<min(index + 4, units.count)]
    let text = UwsgiText(units: digits).description
    guard digits.count == 4, text.allSatisfy(\.isHexDigit), let number = UInt32(text, radix: 16)
    else {
      throw failure("lexical error: invalid (non-hex) character occurs after '\\u' inside string.")
    }
    index += 4
    return number
  }

  /// The bytes of a code point, halves of pairs included.
  static func utf8(_ scalar: UInt32) -> [Unit] {
    let low = { (shift: UInt32) in Unit(0x80 | (scalar >> shift) & 0x3f) }
    switch scalar {
    case ..<0x80: return [Unit(scalar)]
    case ..<0x800: return [Unit(0xc0 | scalar >> 6), low(0)]
    case ..<0x10000: return [Unit(0xe0 | scalar >> 12), low(6), low(0)]
    default: return [Unit(0xf0 | (scalar >> 18) & 7), low(12), low(6), low(0)]
    }
  }
}
