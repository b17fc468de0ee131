/// The characters of YAML, and the place that has been reached among them.
struct YAMLText {
  /// A character and the units that it is made of; unknown parts are characters, too.
  private struct Character {
    let scalar: Unicode.Scalar
    let units: Range<Int>
  }

  let units: [UwsgiText.Unit]
  private var characters: [Character] = []

  /// Why the text ends where it does, if it is no text that libyaml reads.
  private var endReason: String?
  private(set) var position = 0
  private(set) var line = 0
  private(set) var column = 0

  /// What unknown parts are shown as while characters are compared.
  private static let unknown: Unicode.Scalar = "\u{10FFFD}"

  init(_ units: [UwsgiText.Unit]) {
    self.units = units
    var index = units.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    while index < units.count {
      guard let (scalar, length) = Self.decode(units[index...]) else {
        end(before: index, "invalid leading UTF-8 octet")
        break
      }
      guard Self.isAllowed(scalar) else {
        end(before: index, "control characters are not allowed")
        break
      }
      characters.append(Character(scalar: scalar, units: index..<index + length))
      index += length
    }
  }

  /// Ends the text where libyaml meets a character that it cannot read: it decodes its input in
  /// pieces of this size, and nothing of a piece that holds one is seen (`reader.c`).
  private mutating func end(before index: Int, _ reason: String) {
    let pieceLength = 16_384
    let start = index / pieceLength * pieceLength
    characters.removeAll { $0.units.lowerBound >= start }
    endReason = reason
  }

  var isAtEnd: Bool { position >= characters.count }

  var current: Unicode.Scalar? { scalar(at: 0) }

  /// The unit that has been reached.
  var offset: Int {
    isAtEnd ? characters.last?.units.upperBound ?? 0 : characters[position].units.lowerBound
  }

  /// Whether `---` or `...` stands alone at the start of the line.
  var isAtDocumentMark: Bool {
    guard column == 0, let first = current, first == "-" || first == "." else { return false }
    return scalar(at: 1) == first && scalar(at: 2) == first && isBlankOrEnd(at: 3)
  }

  func scalar(at distance: Int) -> Unicode.Scalar? {
    let index = position + distance
    return index < characters.count ? characters[index].scalar : nil
  }

  func isBlank(at distance: Int) -> Bool {
    let scalar = scalar(at: distance)
    return scalar == " " || scalar == "\t"
  }

  func isBreak(at distance: Int) -> Bool {
    guard let scalar = scalar(at: distance) else { return false }
    return ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
  }

  func isBreakOrEnd(at distance: Int) -> Bool {
    scalar(at: distance) == nil || isBreak(at: distance)
  }

  func isBlankOrEnd(at distance: Int) -> Bool {
    isBlank(at: distance) || isBreakOrEnd(at: distance)
  }

  func failure(_ reason: String) -> ReadFailure {
    .malformed(reason: reason, at: offset)
  }

  /// Fails once all characters before one that cannot be read have been taken.
  func check() throws {
    if isAtEnd, let endReason { throw failure(endReason) }
  }

  mutating func skip() {
    position += 1
    column += 1
  }

  /// Takes the current character's units.
  mutating func take() -> ArraySlice<UwsgiText.Unit> {
    guard !isAtEnd else { return [] }
    defer { skip() }
    return units[characters[position].units]
  }

  mutating func skipLine() {
    _ = takeLine()
  }

  /// Takes a line's end; all but two of Unicode's become LF.
  mutating func takeLine() -> ArraySlice<UwsgiText.Unit> {
    guard isBreak(at: 0) else { return [] }
    let scalar = current
    if scalar == "\r", self.scalar(at: 1) == "\n" { position += 1 }
    let isKept = scalar == "\u{2028}" || scalar == "\u{2029}"
    let taken: ArraySlice<UwsgiText.Unit> = isKept ? units[characters[position].units] : [10]
    position += 1
    column = 0
    line += 1
    return taken
  }

  /// Ends a last line that has no end of its own.
  mutating func endLine() {
    guard column != 0 else { return }
    column = 0
    line += 1
  }

  private static func decode(
    _ units: ArraySlice<UwsgiText.Unit>
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard let first = units.first else { return nil }
    if first >= UwsgiText.firstUnknown { return (unknown, 1) }
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
    let bytes = units.prefix(length).map { UInt8(truncatingIfNeeded: $0) }
    guard units.prefix(length).allSatisfy({ $0 < UwsgiText.firstUnknown }),
      let text = String(validating: bytes, as: UTF8.self), let scalar = text.unicodeScalars.first,
      bytes.count == length
    else { return nil }
    return (scalar, length)
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10, 13, 0x20...0x7e, 0x85, 0xa0...0xd7ff, 0xe000...0xfefe, 0xff00...0xfffd: true
    case 0x10000...0x10ffff: true
    default: false
    }
  }
}
