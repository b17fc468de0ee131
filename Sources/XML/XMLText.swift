/// Text as XML 1.0 can hold it: a character that no document may contain became U+FFFD.
///
/// libxml2's writer lets such characters through and cuts a text off at NUL, so this comes first.
/// Production [2] of <https://www.w3.org/TR/xml/#charsets> says which characters are forbidden.
struct XMLText {
  let string: String

  init(_ text: String) {
    guard XMLText.needsReplacing(text.utf8) else {
      string = text
      return
    }
    var allowed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      allowed.append(XMLText.allows(scalar) ? scalar : "\u{FFFD}")
    }
    string = String(allowed)
  }

  private static func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// Answers without decoding; U+FFFE and U+FFFF are the only forbidden ones that start with 0xEF.
  private static func needsReplacing(_ bytes: String.UTF8View) -> Bool {
    bytes.contains { byte in
      byte < 0x20 ? byte != 0x9 && byte != 0xA && byte != 0xD : byte == 0xEF
    }
  }
}
