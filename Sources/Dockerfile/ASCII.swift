extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let blank = UInt8(ascii: " ")
  static let doubleQuote = UInt8(ascii: "\"")
  static let singleQuote = UInt8(ascii: "'")
  static let backslash = UInt8(ascii: "\\")
  static let backquote = UInt8(ascii: "`")
  static let hash = UInt8(ascii: "#")
  static let equals = UInt8(ascii: "=")
  static let hyphen = UInt8(ascii: "-")

  /// Whether Go's `[\t\v\f\r ]` matches it: what separates a keyword from its arguments.
  var isSeparator: Bool {
    self == .tab || self == 0x0B || self == 0x0C || self == .carriageReturn || self == .blank
  }

  var isDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }

  var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
