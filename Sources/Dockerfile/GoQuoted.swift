extension String {
  /// The text in double quotes as Go's `%q` prints it: BuildKit's messages show words so.
  package var goQuoted: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{07}": quoted += "\\a"
      case "\u{08}": quoted += "\\b"
      case "\u{0B}": quoted += "\\v"
      case "\u{0C}": quoted += "\\f"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        quoted += "\\x" + hexadecimal(scalar.value, digits: 2)
      case _ where scalar.isPrintableInGo:
        quoted.unicodeScalars.append(scalar)
      case _ where scalar.value > 0xFFFF:
        quoted += "\\U" + hexadecimal(scalar.value, digits: 8)
      default:
        quoted += "\\u" + hexadecimal(scalar.value, digits: 4)
      }
    }
    return quoted + "\""
  }

  private func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension Unicode.Scalar {
  fileprivate var isPrintableInGo: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    case .spaceSeparator: self == " "
    default: true
    }
  }
}
