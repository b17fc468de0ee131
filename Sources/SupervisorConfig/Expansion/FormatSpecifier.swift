/// The flags, width, precision and letter of one printf conversion.
struct FormatSpecifier {
  var isLeftJustified = false
  var width = 0
  var precision: Int?
  var letter: Unicode.Scalar = "s"
  private var hasPlus = false
  private var hasBlank = false
  private var hasHash = false
  private var hasZero = false

  /// More than this is no configuration but an attempt to fill the memory.
  private static let widest = 65_536

  /// Takes a flag; false for a scalar that is none.
  mutating func addFlag(_ flag: Unicode.Scalar) -> Bool {
    switch flag {
    case "-": isLeftJustified = true
    case "+": hasPlus = true
    case " ": hasBlank = true
    case "#": hasHash = true
    case "0": hasZero = true
    default: return false
    }
    return true
  }

  /// What Python says of a letter that means nothing.
  func letterFault(at index: Int) -> String? {
    guard !"sradiuoxXeEfFgGc".unicodeScalars.contains(letter) else { return nil }
    let shown = (31...126).contains(letter.value) ? Character(letter) : "?"
    let code = String(letter.value, radix: 16)
    return "unsupported format character '\(shown)' (0x\(code)) at index \(index)"
  }

  /// What Python says where the letter wants a number and gets another type.
  func typeFault(typeName: String) -> String? {
    switch letter {
    case "d", "i", "u": "%\(letter) format: a real number is required, not \(typeName)"
    case "o", "x", "X": "%\(letter) format: an integer is required, not \(typeName)"
    case "e", "E", "f", "F", "g", "G": "must be real number, not \(typeName)"
    case "c" where typeName == "dict": "%c requires int or char"
    default: nil
    }
  }

  func fault(forText text: String) -> String? {
    if letter == "c", text.unicodeScalars.count != 1 { return "%c requires int or char" }
    return typeFault(typeName: "str")
  }

  /// A text under `%s`, `%r`, `%a` or `%c`; nil where it would be absurdly wide.
  func text(_ text: String) -> String? {
    switch letter {
    case "r": plain(text.pythonRepr)
    case "a": plain(text.pythonASCII)
    default: plain(text)
    }
  }

  /// Cuts a text at the precision and fills it up to the width.
  func plain(_ text: String) -> String? {
    var text = text
    if let precision, letter != "c" {
      text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(precision)))
    }
    return padded(text)
  }

  /// A number under any letter; nil where the text is not known.
  func integer(_ number: Int) -> String? {
    switch letter {
    case "d", "i", "u": numeric(number, radix: 10, prefix: "")
    case "o": numeric(number, radix: 8, prefix: "0o")
    case "x": numeric(number, radix: 16, prefix: "0x")
    case "X": numeric(number, radix: 16, prefix: "0X")
    case "c": UInt32(exactly: number).flatMap(Unicode.Scalar.init).flatMap { padded("\($0)") }
    case "f", "F": fixedPoint(number)
    case "e", "E", "g", "G": nil
    default: plain(String(number))
    }
  }

  private func numeric(_ number: Int, radix: Int, prefix: String) -> String? {
    guard (precision ?? 0) <= Self.widest else { return nil }
    var digits = String(number.magnitude, radix: radix, uppercase: letter == "X")
    if let precision { digits = zeros(precision - digits.utf8.count) + digits }
    return signed(number, digits, prefix: hasHash ? prefix : "")
  }

  private func fixedPoint(_ number: Int) -> String? {
    let places = precision ?? 6
    guard places <= Self.widest else { return nil }
    let fraction = places > 0 || hasHash ? "." + zeros(places) : ""
    return signed(number, String(number.magnitude) + fraction, prefix: "")
  }

  private func signed(_ number: Int, _ digits: String, prefix: String) -> String? {
    guard width <= Self.widest else { return nil }
    let sign = number < 0 ? "-" : hasPlus ? "+" : hasBlank ? " " : ""
    let head = sign + prefix
    guard hasZero, !isLeftJustified else { return padded(head + digits) }
    return head + zeros(width - head.utf8.count - digits.utf8.count) + digits
  }

  private func padded(_ text: String) -> String? {
    guard width <= Self.widest else { return nil }
    let missing = max(0, width - text.unicodeScalars.count)
    let blanks = String(repeating: " ", count: missing)
    return isLeftJustified ? text + blanks : blanks + text
  }

  private func zeros(_ count: Int) -> String {
    String(repeating: "0", count: max(0, count))
  }
}
