/// A pattern that a line of a log contains; `*` stands for any text.
package struct LinePattern: Sendable {
  private let parts: [[UInt8]]

  package init(_ text: some StringProtocol) {
    parts = String(text).utf8.split(separator: UInt8(ascii: "*")).map { Array($0) }
  }

  /// Whether the parts stand in the line, one after the other.
  package func matches(_ line: [UInt8]) -> Bool {
    var rest = line[...]
    for part in parts {
      guard let found = Self.end(of: part, in: rest) else { return false }
      rest = rest[found...]
    }
    return true
  }

  private static func end(of part: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
    guard let first = part.first, line.count >= part.count else { return nil }
    for start in line.startIndex...(line.endIndex - part.count) where line[start] == first {
      if line[start..<(start + part.count)].elementsEqual(part) { return start + part.count }
    }
    return nil
  }
}
