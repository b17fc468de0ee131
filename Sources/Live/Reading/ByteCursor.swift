/// Reads bytes from the front, and never past the end.
struct ByteCursor {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: some Collection<UInt8>) {
    rest = Array(bytes)[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// The bytes before a separator, which is taken too; nil where there is none.
  mutating func take(until separator: UInt8) -> ArraySlice<UInt8>? {
    guard let end = rest.firstIndex(of: separator) else { return nil }
    defer { rest = rest[(end + 1)...] }
    return rest[..<end]
  }

  mutating func takeRest() -> ArraySlice<UInt8> {
    defer { rest = [] }
    return rest
  }
}
