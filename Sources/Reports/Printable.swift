/// Text that does nothing to a terminal but show itself.
///
/// Sources and paths are anyone's input: escape sequences could repaint the report, and marks of
/// writing direction could show a line that is not the one in the file (CVE-2021-42574).
enum Printable {
  /// One line: control characters become their pictures, such as `␛`.
  static func line(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    var printable = ""
    for scalar in text.unicodeScalars {
      append(scalar, to: &printable)
    }
    return printable
  }

  /// Several lines: the same, but for line ends and tabs.
  static func lines(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A || $0 == 0x09 }
    guard !isPlain else { return text }
    var printable = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" {
        printable.unicodeScalars.append(scalar)
      } else if scalar != "\r" {
        append(scalar, to: &printable)
      }
    }
    return printable
  }

  static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar.value {
    case 0x00..<0x20:
      text.unicodeScalars.append(Unicode.Scalar(UInt16(0x2400 + scalar.value)) ?? "\u{FFFD}")
    case 0x7F:
      text.unicodeScalars.append("\u{2421}")
    case 0x80..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFDD0...0xFDEF, 0xE0000...0xE007F:
      text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    case let value where value & 0xFFFE == 0xFFFE:
      // No text may hold these, by Unicode's own word.
      text += "\\u{\(String(value, radix: 16, uppercase: true))}"
    default:
      text.unicodeScalars.append(scalar)
    }
  }
}
