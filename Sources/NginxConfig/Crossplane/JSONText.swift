/// Writes JSON in ASCII alone, byte for byte as crossplane does.
struct JSONText {
  private(set) var text = ""

  mutating func string(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{c}": text += "\\f"
      case " "..."~": text.unicodeScalars.append(scalar)
      default: escape(scalar)
      }
    }
    text += "\""
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }

  mutating func number(_ value: Int) {
    text += String(value)
  }

  mutating func null() {
    text += "null"
  }

  /// Writes the members of an object: the names, and what writes each value.
  mutating func object(_ members: (inout Members) -> Void) {
    text += "{"
    // The text is handed over, not shared: a second owner would make every change a copy.
    var inner = Members(json: JSONText(), isFirst: true)
    swap(&inner.json.text, &text)
    members(&inner)
    swap(&inner.json.text, &text)
    text += "}"
  }

  mutating func array<Elements: Sequence>(
    _ elements: Elements, _ write: (inout JSONText, Elements.Element) -> Void
  ) {
    text += "["
    var isFirst = true
    for element in elements {
      if !isFirst { text += "," }
      isFirst = false
      write(&self, element)
    }
    text += "]"
  }

  /// The members of one object.
  struct Members {
    fileprivate var json: JSONText
    fileprivate var isFirst: Bool

    mutating func member(_ name: String, _ write: (inout JSONText) -> Void) {
      if !isFirst { json.text += "," }
      isFirst = false
      json.string(name)
      json.text += ":"
      write(&json)
    }

    mutating func member(_ name: String, _ value: String) {
      member(name) { $0.string(value) }
    }

    mutating func member(_ name: String, _ value: Int) {
      member(name) { $0.number(value) }
    }
  }
}
