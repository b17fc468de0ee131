/// Turns the text of an option into its value, with supervisord's own errors (`datatypes.py`).
enum Conversion {
  static func text(_ text: String) throws(BadValue) -> String? { text }

  static func boolean(_ text: String) throws(BadValue) -> Bool? {
    guard let value = truth(text.lowercased()) else { throw .notBoolean(text) }
    return value
  }

  static func integer(_ text: String) throws(BadValue) -> Int? {
    guard let value = Int(python: text) else { throw .notInteger(text) }
    return value
  }

  static func octal(_ text: String) throws(BadValue) -> Int? {
    guard let value = Int(python: text, radix: 8) else { throw .notOctal(text) }
    return value
  }

  /// A number, or one with `KB`, `MB` or `GB` behind it.
  static func byteSize(_ text: String) throws(BadValue) -> Int? {
    let text = text.lowercased()
    let suffix = String(text.unicodeScalars.suffix(2))
    guard let factor = ["kb": 1 << 10, "mb": 1 << 20, "gb": 1 << 30][suffix] else {
      return try integer(text)
    }
    let digits = String(String.UnicodeScalarView(text.unicodeScalars.dropLast(2)))
    guard let number = try integer(digits) else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    return overflow ? (number < 0 ? Int.min : Int.max) : product
  }

  static func exitCodes(_ text: String) throws(BadValue) -> [Int]? {
    guard !text.isEmpty else { return [] }
    var codes: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let code = Int(python: String(part)), (0...255).contains(code) else {
        throw .notExitCodes(text)
      }
      codes.append(code)
    }
    return codes
  }

  static func signal(_ text: String) throws(BadValue) -> Int? {
    if let number = Int(python: text) {
      guard Signals.numbers.contains(number) else { throw .notSignalNumber(text) }
      return number
    }
    let name = text.pythonStripped.uppercased()
    guard let number = Signals.number(named: name) else { throw .notSignalName(text) }
    return number
  }

  static func autorestart(_ text: String) throws(BadValue) -> SupervisorProcess.Autorestart? {
    let word = text.lowercased()
    if let value = truth(word) { return value ? .always : .never }
    guard word == "unexpected" else { throw .notAutorestart(word) }
    return .unexpected
  }

  static func logLevel(_ text: String) throws(BadValue) -> String? {
    let level = text.lowercased()
    guard logLevels.contains(level) else { throw .notLogLevel(text) }
    return level
  }

  /// A text with a scheme and something behind it, as Python's `urlparse` sees them.
  static func url(_ text: String) throws(BadValue) -> String? {
    guard let colon = text.firstIndex(of: ":"), isScheme(text[..<colon]) else {
      throw .notURL(text)
    }
    let rest = text[text.index(after: colon)...]
    let afterSlashes = rest.hasPrefix("//") ? rest.dropFirst(2) : rest
    guard let first = afterSlashes.first, first != "?", first != "#" else { throw .notURL(text) }
    return text
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic
    else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "+-.".unicodeScalars.contains(scalar))
    }
  }

  /// The parts between commas; none in an empty text.
  static func list(_ text: String) throws(BadValue) -> [String]? {
    guard !text.isEmpty else { return [] }
    return text.split(separator: ",", omittingEmptySubsequences: false)
      .map { String($0).pythonStripped }
  }

  /// The name of a program, group or process without the blanks around it.
  static func name(_ text: String) throws(BadValue) -> String? {
    let name = text.pythonStripped
    for character: Unicode.Scalar in [" ", ":", "/"] where name.unicodeScalars.contains(character) {
      throw .invalidName(text, character: String(character))
    }
    return name
  }

  private static func truth(_ word: String) -> Bool? {
    switch word {
    case "yes", "true", "on", "1": true
    case "no", "false", "off", "0": false
    default: nil
    }
  }

  private static let logLevels: Set = [
    "critical", "error", "warn", "info", "debug", "trace", "blather",
  ]
}
