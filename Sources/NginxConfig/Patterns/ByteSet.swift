/// A set of bytes, such as those that a class of a regular expression matches.
package struct ByteSet: Hashable, Sendable {
  private var low: (UInt64, UInt64) = (0, 0)
  private var high: (UInt64, UInt64) = (0, 0)

  package init() {}

  package init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { insert(byte) }
  }

  package static let all = ByteSet(0...255)

  /// What a client may write where nothing is decoded: no blank, no control character.
  package static let printable = ByteSet(0x21...0x7E).union(ByteSet(0x80...255))

  /// What nginx lets through in a host name.
  package static let host = ByteSet(
    Array("abcdefghijklmnopqrstuvwxyz0123456789.-_:[]".utf8)
      + Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8))

  package var isEmpty: Bool { low == (0, 0) && high == (0, 0) }

  /// The one byte in the set; nil where there are several, or none.
  var only: UInt8? {
    let words = (0..<4).map(word)
    guard words.reduce(0, { $0 + $1.nonzeroBitCount }) == 1,
      let index = words.firstIndex(where: { $0 != 0 })
    else { return nil }
    return UInt8(index * 64 + words[index].trailingZeroBitCount)
  }

  /// Whether a byte is in the set.
  package func contains(_ byte: UInt8) -> Bool {
    word(byte >> 6) & (1 << UInt64(byte & 63)) != 0
  }

  /// Puts a byte into the set.
  package mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: low.0 |= bit
    case 1: low.1 |= bit
    case 2: high.0 |= bit
    default: high.1 |= bit
    }
  }

  /// The bytes of either set.
  package func union(_ other: ByteSet) -> ByteSet {
    combined(with: other, |)
  }

  /// The bytes of both sets.
  package func intersection(_ other: ByteSet) -> ByteSet {
    combined(with: other, &)
  }

  package var inverted: ByteSet {
    combined(with: self) { word, _ in ~word }
  }

  package static func == (left: ByteSet, right: ByteSet) -> Bool {
    left.low == right.low && left.high == right.high
  }

  package func hash(into hasher: inout Hasher) {
    for index: UInt8 in 0..<4 { hasher.combine(word(index)) }
  }

  private func word(_ index: UInt8) -> UInt64 {
    switch index {
    case 0: low.0
    case 1: low.1
    case 2: high.0
    default: high.1
    }
  }

  private func combined(
    with other: ByteSet, _ operation: (UInt64, UInt64) -> UInt64
  ) -> ByteSet {
    var set = ByteSet()
    set.low = (operation(low.0, other.low.0), operation(low.1, other.low.1))
    set.high = (operation(high.0, other.high.0), operation(high.1, other.high.1))
    return set
  }
}
