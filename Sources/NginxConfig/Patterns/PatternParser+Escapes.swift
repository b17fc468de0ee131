extension PatternParser {
  /// The set that an escaped letter stands for; nil for a byte that is only protected.
  static func escaped(_ byte: UInt8) -> ByteSet? {
    switch byte {
    case UInt8(ascii: "d"): .digits
    case UInt8(ascii: "D"): ByteSet.digits.inverted
    case UInt8(ascii: "w"): .word
    case UInt8(ascii: "W"): ByteSet.word.inverted
    case UInt8(ascii: "s"): .space
    case UInt8(ascii: "S"): ByteSet.space.inverted
    case UInt8(ascii: "h"): .blank
    case UInt8(ascii: "H"): ByteSet.blank.inverted
    case UInt8(ascii: "v"), UInt8(ascii: "R"): .lineEnds
    case UInt8(ascii: "V"): ByteSet.lineEnds.inverted
    case UInt8(ascii: "N"): ByteSet([UInt8(ascii: "\n")]).inverted
    default: control(byte).map { ByteSet([$0]) }
    }
  }

  /// The control character that an escaped letter stands for.
  static func control(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "t"): 9
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "a"): 7
    case UInt8(ascii: "e"): 27
    default: nil
    }
  }

  /// The byte of `\xHH`, `\x{HH}`, `\0dd`, `\o{dd}` or `\cX`, whose letter is read; nil for others.
  mutating func numbered(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "x"): return number(radix: 16, digits: 2)
    case UInt8(ascii: "o"): return peek == UInt8(ascii: "{") ? number(radix: 8, digits: 0) : nil
    case UInt8(ascii: "0"): return number(radix: 8, digits: 2)
    case UInt8(ascii: "c"):
      guard let byte = peek else { return nil }
      position += 1
      return ((97...122).contains(byte) ? byte - 32 : byte) ^ 64
    default: return nil
    }
  }

  /// A number of so many digits at most, or of any in braces.
  private mutating func number(radix: Int, digits limit: Int) -> UInt8 {
    let isBraced = take("{")
    var value = 0
    var count = 0
    while isBraced || count < limit, let byte = peek,
      let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < radix
    {
      value = min(value * radix + digit, 0xFFFF)
      count += 1
      position += 1
    }
    if isBraced { _ = take("}") }
    return UInt8(clamping: value)
  }

  /// What `\p{…}` and `\pL` take, whose letter is read: no control characters, unless it names them.
  mutating func property(_ letter: UInt8) -> ByteSet {
    var isInverted = letter == UInt8(ascii: "P")
    let isBraced = take("{")
    if take("^") { isInverted.toggle() }
    let first = peek
    while let byte = peek, byte != UInt8(ascii: "}") {
      position += 1
      if !isBraced { break }
    }
    if isBraced { _ = take("}") }
    let mayBeControl = isInverted || Array("ACX".utf8).contains(first ?? UInt8(ascii: "C"))
    return mayBeControl ? .all : ByteSet(32...255)
  }

  /// Passes over the name of a class such as `[:alnum:]`; nil where none stands here.
  mutating func posixClass() -> ByteSet? {
    for (name, set) in Self.posixClasses {
      for (start, isInverted) in [("[:", false), ("[:^", true)] {
        let text = "\(start)\(name):]".utf8
        guard bytes[position...].starts(with: text) else { continue }
        position += text.count
        return isInverted ? set.inverted : set
      }
    }
    return nil
  }

  private static let posixClasses: [(String, ByteSet)] = [
    ("alnum", .alphanumeric), ("alpha", .letters), ("ascii", ByteSet(0...127)),
    ("blank", ByteSet([9, 32])), ("cntrl", ByteSet(0...31).union(ByteSet([127]))),
    ("digit", .digits), ("graph", ByteSet(33...126)), ("lower", ByteSet(97...122)),
    ("print", ByteSet(32...126)), ("punct", ByteSet(33...126).intersection(.noWord)),
    ("space", .space), ("upper", ByteSet(65...90)), ("word", .word),
    ("xdigit", ByteSet(Array("0123456789abcdefABCDEF".utf8))),
  ]
}

extension UInt8 {
  var lowercased: UInt8 { (65...90).contains(self) ? self + 32 : self }
  var uppercased: UInt8 { (97...122).contains(self) ? self - 32 : self }

  /// Whether it stands for a class of bytes after a backslash.
  var isClassEscape: Bool { Array("dDwWsShHvVRN".utf8).contains(self) }
}

extension ByteSet {
  static let digits = ByteSet(48...57)
  static let letters = ByteSet(65...90).union(ByteSet(97...122))
  static let alphanumeric = letters.union(digits)
  static let word = alphanumeric.union(ByteSet([95]))
  static let space = ByteSet([9, 10, 11, 12, 13, 32])

  /// What `\h` matches, and `\v`, as PCRE has them without UTF.
  fileprivate static let blank = ByteSet([9, 32, 0xA0])
  fileprivate static let lineEnds = ByteSet([10, 11, 12, 13, 0x85])

  fileprivate static let noWord = word.inverted.union(ByteSet([95]))

  var ignoringCase: ByteSet {
    var set = self
    for byte: UInt8 in 65...90 where contains(byte) { set.insert(byte + 32) }
    for byte: UInt8 in 97...122 where contains(byte) { set.insert(byte - 32) }
    return set
  }
}
