internal import NginxConfig

/// What a client may write into a text of nginx configuration.
struct NginxTaint: Equatable {
  /// The bytes that may come from the client; none where it decides nothing.
  var bytes: ByteSet

  /// Whether the text can only begin with a slash.
  var beginsWithSlash = false

  /// Whether some of it comes from the address after nginx has decoded that.
  var isDecoded = false

  static let clean = NginxTaint(bytes: ByteSet())

  var isClientControlled: Bool { !bytes.isEmpty }

  var mayBreakLine: Bool { bytes.contains(UInt8(ascii: "\n")) }

  var mayReturnCarriage: Bool { bytes.contains(UInt8(ascii: "\r")) }

  var mayNameHost: Bool { bytes.contains(UInt8(ascii: ".")) && !beginsWithSlash }

  func union(_ other: NginxTaint) -> NginxTaint {
    NginxTaint(
      bytes: bytes.union(other.bytes), beginsWithSlash: beginsWithSlash && other.beginsWithSlash,
      isDecoded: isDecoded || other.isDecoded)
  }
}

/// A part of a parameter's text.
enum NginxTextPart: Equatable {
  case text(String)
  case variable(String)

  /// As it may be written.
  var text: String {
    switch self {
    case .text(let text): text
    case .variable(let name): "$\(name)"
    }
  }

  /// Cuts a text as nginx does: `$name`, `${name}` and `$1` are variables.
  static func parts(of text: String) -> [NginxTextPart] {
    var parts: [NginxTextPart] = []
    var rest = Substring(text)
    var plain = ""
    while let first = rest.first {
      rest.removeFirst()
      guard first == "$", let name = takeName(from: &rest) else {
        plain.append(first)
        continue
      }
      if !plain.isEmpty { parts.append(.text(plain)) }
      plain = ""
      parts.append(.variable(name))
    }
    if !plain.isEmpty { parts.append(.text(plain)) }
    return parts
  }

  private static func takeName(from rest: inout Substring) -> String? {
    if let digit = rest.first, digit.isASCII, digit.isNumber {
      rest.removeFirst()
      return String(digit)
    }
    let isBraced = rest.first == "{"
    let body = isBraced ? rest.dropFirst() : rest
    let name = body.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    guard !name.isEmpty else { return nil }
    rest = body.dropFirst(name.count)
    if isBraced {
      guard rest.first == "}" else { return nil }
      rest.removeFirst()
    }
    return String(name)
  }
}
