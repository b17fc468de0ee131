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
    var rest = Substring(text).utf8
    var plain = rest.startIndex
    while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
      rest = rest[rest.index(after: dollar)...]
      guard let name = takeName(from: &rest) else { continue }
      if plain < dollar { parts.append(.text(String(text[plain..<dollar]))) }
      parts.append(.variable(name))
      plain = rest.startIndex
    }
    if plain < text.endIndex { parts.append(.text(String(text[plain...]))) }
    return parts
  }

  private static func takeName(from rest: inout Substring.UTF8View) -> String? {
    if let digit = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) {
      rest.removeFirst()
      return String(UnicodeScalar(digit))
    }
    let isBraced = rest.first == UInt8(ascii: "{")
    let body = isBraced ? rest.dropFirst() : rest
    let name = body.prefix(while: isPartOfName)
    guard !name.isEmpty else { return nil }
    rest = body[name.endIndex...]
    if isBraced {
      guard rest.first == UInt8(ascii: "}") else { return nil }
      rest.removeFirst()
    }
    return String(Substring(name))
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

extension StringProtocol {
  /// Whether nginx may find variables in it.
  var hasDollar: Bool { utf8.contains(UInt8(ascii: "$")) }
}
