/// A text that was read: its bytes, and what people call it.
package struct SourceFile: Sendable, Identifiable {
  /// Names a file within one `SourceFiles`.
  package struct ID: Hashable, Comparable, Sendable {
    package let rawValue: Int32

    package init(rawValue: Int32) {
      self.rawValue = rawValue
    }

    package static func < (left: ID, right: ID) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  package let id: ID

  /// Where a program finds the file: the absolute path in the container, if there is one.
  package let path: String

  /// Where a person finds the file: the path in the folder that was checked.
  ///
  /// Nil for a file that only the image has, such as one that a package brings.
  package let origin: String?

  package let bytes: [UInt8]

  /// What reports call the file.
  package var displayPath: String {
    origin ?? path
  }

  /// The text of a byte range, with bytes that are not UTF-8 replaced by U+FFFD.
  package func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
