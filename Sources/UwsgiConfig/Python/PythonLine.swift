/// A logical line of Python's source: what is written between two ends of a statement.
struct PythonLine {
  enum Token: Equatable {
    case name(String)

    /// An operator or a bracket, such as `(` or `:=`.
    case symbol(String)

    /// A string, without its quotes and with its escapes as they are written.
    case text(String)

    /// A number.
    case number
  }

  /// The column of the first token; a tab goes to the next multiple of 8.
  var indentation: Int
  var tokens: [Token] = []

  /// What Python says of a string or a bracket that does not end; nil where all do.
  var lexicalFault: String?

  /// Its bytes, from the first token to the last.
  var range = 0..<0
}

/// Splits Python's source into logical lines, as far as strings, brackets and comments go.
struct PythonLexer {
  private let bytes: [UInt8]
  private var index = 0

  /// The brackets that are open, outermost first.
  private var brackets: [UInt8] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func lines() -> [PythonLine] {
    var lines: [PythonLine] = []
    while index < bytes.count {
      var line = PythonLine(indentation: indentation())
      line.range = index..<index
      fill(&line)
      if !line.tokens.isEmpty { lines.append(line) }
    }
    return lines
  }

  private mutating func indentation() -> Int {
    var column = 0
    while index < bytes.count {
      switch bytes[index] {
      case 32: column += 1
      case 9: column = (column / 8 + 1) * 8
      case 12: column = 0
      default: return column
      }
      index += 1
    }
    return column
  }

  /// Reads tokens up to the end of the line that no bracket and no backslash carries on.
  private mutating func fill(_ line: inout PythonLine) {
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\n"):
        index += 1
        if brackets.isEmpty { return }
      case UInt8(ascii: "#"):
        index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      case UInt8(ascii: "\\"):
        index += 1
        skipLineEnd()
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let string = string(quote: byte)
        if !string.isEnded { note("SyntaxError: unterminated string literal", in: &line) }
        line.tokens.append(.text(string.text))
        line.range = line.range.lowerBound..<index
      case _ where isName(byte):
        name(into: &line)
        line.range = line.range.lowerBound..<index
      case 32, 9, 13, 12:
        index += 1
      default:
        if brackets.isEmpty, ")]}".utf8.contains(byte) {
          note("SyntaxError: unmatched '\(Character(UnicodeScalar(byte)))'", in: &line)
        }
        line.tokens.append(.symbol(symbol()))
        line.range = line.range.lowerBound..<index
      }
    }
    if let open = brackets.last {
      note("SyntaxError: '\(Character(UnicodeScalar(open)))' was never closed", in: &line)
    }
  }

  private func note(_ fault: String, in line: inout PythonLine) {
    line.lexicalFault = line.lexicalFault ?? fault
  }

  private mutating func skipLineEnd() {
    if index < bytes.count, bytes[index] == 13 { index += 1 }
    if index < bytes.count, bytes[index] == 10 { index += 1 }
  }

  private mutating func name(into line: inout PythonLine) {
    let start = index
    while index < bytes.count, isName(bytes[index]) { index += 1 }
    let isNumber = (48...57).contains(bytes[start])
    let isPrefix =
      index < bytes.count && index - start <= 2
      && (bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'"))
    // A prefix such as `rb` goes with its string.
    guard !isPrefix else { return }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    line.tokens.append(isNumber ? .number : .name(text))
  }

  /// Reads a string; one of a single line ends with it even without its quote.
  private mutating func string(quote: UInt8) -> (text: String, isEnded: Bool) {
    let isTriple =
      index + 2 < bytes.count && bytes[index + 1] == quote && bytes[index + 2] == quote
    index += isTriple ? 3 : 1
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        index += 2
      } else if byte == quote, !isTriple || bytes[index...].starts(with: [quote, quote, quote]) {
        defer { index += isTriple ? 3 : 1 }
        return (String(decoding: bytes[start..<index], as: UTF8.self), true)
      } else if byte == UInt8(ascii: "\n"), !isTriple {
        break
      } else {
        index += 1
      }
    }
    return (String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self), false)
  }

  private mutating func symbol() -> String {
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      brackets.append(byte)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      _ = brackets.popLast()
    default:
      // `==`, `:=`, `+=` and the like are one symbol; a lone `=` binds a name.
      if index < bytes.count, bytes[index] == UInt8(ascii: "="), byte > 32, byte < 127 {
        index += 1
        return String(decoding: [byte, UInt8(ascii: "=")], as: UTF8.self)
      }
    }
    return String(decoding: [byte], as: UTF8.self)
  }

  private func isName(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte == 95 || byte >= 128
  }
}
