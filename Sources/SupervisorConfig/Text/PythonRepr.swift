extension String {
  /// The text as Python's `repr` shows it.
  var pythonRepr: String {
    repr(asciiOnly: false)
  }

  /// The text as Python's `ascii` shows it.
  var pythonASCII: String {
    repr(asciiOnly: true)
  }

  private func repr(asciiOnly: Bool) -> String {
    let quote: Unicode.Scalar =
      unicodeScalars.contains("'") && !unicodeScalars.contains("\"") ? "\"" : "'"
    var result = String.UnicodeScalarView()
    result.append(quote)
    for scalar in unicodeScalars {
      switch scalar {
      case quote, "\\":
        result.append("\\")
        result.append(scalar)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      default:
        if scalar.isPrintableInPython, scalar.isASCII || !asciiOnly {
          result.append(scalar)
        } else {
          result.append(contentsOf: scalar.pythonEscape.unicodeScalars)
        }
      }
    }
    result.append(quote)
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Whether `str.isprintable` holds: no control, no separator but the blank, nothing unassigned.
  var isPrintableInPython: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    case .spaceSeparator: self == " "
    default: true
    }
  }

  fileprivate var pythonEscape: String {
    switch value {
    case ..<0x100: "\\x" + hex(digits: 2)
    case ..<0x1_0000: "\\u" + hex(digits: 4)
    default: "\\U" + hex(digits: 8)
    }
  }

  private func hex(digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
