/// Writes a JSON document, bit by bit: objects and arrays are closures, so what opens is closed.
///
/// Names are literals. Texts are escaped so that they do nothing to a terminal either.
final class JSONWriter {
  private let output: ReportOutput
  private let isIndented: Bool
  private var depth = 0
  private var isFirst = true

  /// Starts a document, with each value on a line of its own if it is indented.
  init(_ output: ReportOutput, isIndented: Bool = true) {
    self.output = output
    self.isIndented = isIndented
  }

  /// Writes an object, as a member if it has a name.
  func object(_ name: StaticString? = nil, content: () -> Void) {
    nest(name, open: "{", close: "}", content: content)
  }

  /// Writes an array, as a member if it has a name.
  func array(_ name: StaticString? = nil, content: () -> Void) {
    nest(name, open: "[", close: "]", content: content)
  }

  func value(_ name: StaticString? = nil, _ text: String) {
    begin(name)
    output.write(JSONWriter.quoted(text))
  }

  func value(_ name: StaticString? = nil, _ number: Int) {
    begin(name)
    output.write(String(number))
  }

  func value(_ name: StaticString? = nil, _ truth: Bool) {
    begin(name)
    output.write(truth ? "true" : "false")
  }

  /// Ends the document with a line end.
  func finish() {
    output.write("\n")
  }

  private func nest(_ name: StaticString?, open: String, close: String, content: () -> Void) {
    begin(name)
    output.write(open)
    depth += 1
    isFirst = true
    content()
    depth -= 1
    if !isFirst {
      breakLine()
    }
    output.write(close)
    isFirst = false
  }

  private func begin(_ name: StaticString?) {
    if !isFirst {
      output.write(",")
    }
    if depth > 0 {
      breakLine()
    }
    isFirst = false
    if let name {
      output.write("\"")
      output.write(name.description)
      output.write(isIndented ? "\": " : "\":")
    }
  }

  private func breakLine() {
    if isIndented {
      output.write("\n")
      for _ in 0..<depth { output.write("  ") }
    }
  }

  static func quoted(_ text: String) -> String {
    let needsEscapes = text.utf8.contains {
      $0 < 0x20 || $0 >= 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
    }
    guard needsEscapes else { return "\"\(text)\"" }
    var quoted = "\""
    quoted.reserveCapacity(text.utf8.count + 32)
    var rest = text[...]
    while let special = rest.utf8.firstIndex(where: mayNeedEscape) {
      quoted += rest[..<special]
      append(rest.unicodeScalars[special], to: &quoted)
      rest = rest[rest.unicodeScalars.index(after: special)...]
    }
    return quoted + rest + "\""
  }

  /// Whether a byte is, or begins, what may not stand as it is.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || byte == 0xC2 || byte == 0xE2
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
      let hexadecimal = String(scalar.value, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
    default:
      text.unicodeScalars.append(scalar)
    }
  }
}
