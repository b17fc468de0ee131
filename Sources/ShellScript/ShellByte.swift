extension UInt8 {
  static let shellNewline = UInt8(ascii: "\n")
  static let shellBackslash = UInt8(ascii: "\\")
  static let shellDollar = UInt8(ascii: "$")
  static let shellBackquote = UInt8(ascii: "`")
  static let shellDoubleQuote = UInt8(ascii: "\"")
  static let shellSingleQuote = UInt8(ascii: "'")
  static let shellOpen = UInt8(ascii: "(")
  static let shellClose = UInt8(ascii: ")")
  static let shellOpenBrace = UInt8(ascii: "{")
  static let shellCloseBrace = UInt8(ascii: "}")
  static let shellSemicolon = UInt8(ascii: ";")
  static let shellAmpersand = UInt8(ascii: "&")
  static let shellBar = UInt8(ascii: "|")
  static let shellLess = UInt8(ascii: "<")
  static let shellGreater = UInt8(ascii: ">")

  /// Whether it separates words and is nothing else.
  var isShellBlank: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t")
  }

  /// Whether it ends a word that is not quoted.
  var endsShellWord: Bool {
    isShellBlank || self == .shellNewline || self == .shellSemicolon || self == .shellAmpersand
      || self == .shellBar || self == .shellLess || self == .shellGreater || self == .shellOpen
      || self == .shellClose
  }

  var isShellDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }

  /// Whether a variable's name can begin with it.
  var startsShellName: Bool {
    self == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  var continuesShellName: Bool {
    startsShellName || isShellDigit
  }
}
