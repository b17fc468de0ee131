/// A table of text: a row a line, its columns separated by tabs.
///
/// Tables that are compiled in are read at every start, so a row is cut only where it is asked.
package struct TabbedTable: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0

  package init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The next row that is not empty.
  package mutating func next() -> TabbedRow? {
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      defer { position = end + 1 }
      if end > position { return TabbedRow(bytes[position..<end]) }
    }
    return nil
  }
}

/// A row of a `TabbedTable`, whose columns are taken one after the other.
package struct TabbedRow {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  /// The bytes of the next column; none after the last one.
  package mutating func bytes() -> ArraySlice<UInt8> {
    let end = rest.firstIndex(of: UInt8(ascii: "\t")) ?? rest.endIndex
    defer { rest = rest[min(end + 1, rest.endIndex)...] }
    return rest[..<end]
  }

  /// The text of the next column; empty after the last one.
  package mutating func text() -> String {
    String(decoding: bytes(), as: UTF8.self)
  }

  /// The number in the next column; nil where it holds none.
  package mutating func number(radix: Int = 10) -> Int? {
    var value = 0
    let bytes = bytes()
    for byte in bytes {
      guard let digit = Self.digit(byte), digit < radix else { return nil }
      value = value * radix + digit
    }
    return bytes.isEmpty ? nil : value
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
    default: nil
    }
  }
}
