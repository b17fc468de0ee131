/// A word of a statement in eight bytes: where it stands in its file, without its quotes.
package struct NginxWord: Hashable, Sendable {
  private let startAndQuote: UInt32
  private let lengthAndMarks: UInt32

  /// What the lexer saw in a word.
  package struct Marks: OptionSet, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    /// It has a backslash, so that its value may differ from what is written.
    package static let escaped = Marks(rawValue: 1)

    /// It has a `$`.
    package static let dollar = Marks(rawValue: 2)

    /// It stands in quotes.
    package static let quoted = Marks(rawValue: 4)
  }

  package init(start: Int, end: Int, marks: Marks) {
    let quote: UInt32 = marks.contains(.quoted) ? 1 << 31 : 0
    startAndQuote = UInt32(truncatingIfNeeded: start) | quote
    lengthAndMarks = UInt32(min(end - start, 1 << 30 - 1)) << 2 | marks.rawValue & 3
  }

  /// The offset of its first byte, after an opening quote.
  package var start: Int {
    Int(startAndQuote & ~(1 << 31))
  }

  package var length: Int {
    Int(lengthAndMarks >> 2)
  }

  /// The bytes between the quotes, or all of an unquoted word.
  package var range: Range<Int> {
    start..<start + length
  }

  package var marks: Marks {
    Marks(rawValue: (lengthAndMarks & 3) | (startAndQuote >> 31) << 2)
  }

  package var isQuoted: Bool {
    startAndQuote >> 31 == 1
  }

  /// The bytes with the quotes around them.
  package var writtenRange: Range<Int> {
    isQuoted ? start - 1..<start + length + 1 : range
  }

  /// The word as nginx takes it: `\"`, `\'`, `\\`, `\t`, `\r` and `\n` resolved.
  package func value(in bytes: [UInt8]) -> [UInt8] {
    guard marks.contains(.escaped) else { return Array(bytes[range]) }
    var value: [UInt8] = []
    value.reserveCapacity(length)
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == Ascii.backslash, index + 1 < range.upperBound,
        let escaped = Self.escapedByte(bytes[index + 1])
      {
        value.append(escaped)
        index += 2
      } else {
        value.append(bytes[index])
        index += 1
      }
    }
    return value
  }

  /// What a backslash and this byte stand for; nil where both stay (`ngx_conf_read_token`).
  private static func escapedByte(_ byte: UInt8) -> UInt8? {
    switch byte {
    case Ascii.doubleQuote, Ascii.singleQuote, Ascii.backslash: byte
    case UInt8(ascii: "t"): Ascii.tab
    case UInt8(ascii: "r"): Ascii.carriageReturn
    case UInt8(ascii: "n"): Ascii.lineFeed
    default: nil
    }
  }
}
