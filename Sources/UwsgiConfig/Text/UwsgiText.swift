/// The bytes of a text, parts of which may be unknown.
///
/// A unit below 256 is a byte; any other stands for an unknown part. So all code that walks over
/// text walks over unknown parts as over one letter that is none of uWSGI's special ones.
struct UwsgiText: Hashable, Sendable {
  typealias Unit = UInt16

  static let firstUnknown: Unit = 256

  var units: [Unit]

  init(units: some Sequence<Unit> = []) {
    self.units = Array(units)
  }

  init(_ string: some StringProtocol) {
    units = string.utf8.map(Unit.init)
  }

  init(bytes: some Sequence<UInt8>) {
    units = bytes.map(Unit.init)
  }

  var isEmpty: Bool { units.isEmpty }

  var isKnown: Bool { units.allSatisfy { $0 < Self.firstUnknown } }

  /// The bytes; nil where a part is unknown.
  var bytes: [UInt8]? {
    isKnown ? units.map { UInt8(truncatingIfNeeded: $0) } : nil
  }

  /// The text, with bytes that are not UTF-8 replaced; nil where a part is unknown.
  var string: String? {
    bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The text for a person to read, with `…` for unknown parts.
  var description: String {
    var bytes: [UInt8] = []
    for unit in units {
      if unit < Self.firstUnknown {
        bytes.append(UInt8(truncatingIfNeeded: unit))
      } else {
        bytes.append(contentsOf: "…".utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether both are the same text; nil where an unknown part decides.
  func isEqual(to other: UwsgiText) -> Bool? {
    if units == other.units { return true }
    return isKnown && other.isKnown ? false : nil
  }

  /// The parts between blanks; tabs are no blanks to uWSGI.
  var words: [UwsgiText] {
    units.split(separator: Unit(ascii: " ")).map { UwsgiText(units: $0) }
  }

  /// The parts before and after the first such byte; nil where it is absent.
  func split(atFirst separator: Unit) -> (head: UwsgiText, tail: UwsgiText)? {
    guard let index = units.firstIndex(of: separator) else { return nil }
    return (UwsgiText(units: units[..<index]), UwsgiText(units: units[(index + 1)...]))
  }

  /// The text with every `%(_)` replaced, and whether there was any.
  func replacing(_ pattern: UwsgiText, with replacement: UwsgiText) -> UwsgiText {
    guard !pattern.isEmpty, units.count >= pattern.units.count else { return self }
    var result: [Unit] = []
    var index = 0
    while index < units.count {
      if units[index...].starts(with: pattern.units) {
        result.append(contentsOf: replacement.units)
        index += pattern.units.count
      } else {
        result.append(units[index])
        index += 1
      }
    }
    return UwsgiText(units: result)
  }

  static func + (left: UwsgiText, right: UwsgiText) -> UwsgiText {
    UwsgiText(units: left.units + right.units)
  }
}

extension UInt16 {
  init(ascii scalar: Unicode.Scalar) {
    self = UInt16(UInt8(ascii: scalar))
  }
}
