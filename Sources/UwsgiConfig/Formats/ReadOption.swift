/// An option that a reader found: its texts, and where they stand among the units that were read.
struct ReadOption: Equatable {
  let name: UwsgiText
  let value: UwsgiText
  let nameRange: Range<Int>
  let valueRange: Range<Int>
}

/// Why a reader gave up.
enum ReadFailure: Error {
  case malformed(reason: String, at: Int)

  /// The section or object that was asked for is not there.
  case noRoot

  /// An XML element whose value is an element: uWSGI reads through a null pointer.
  case crash(name: UwsgiText, at: Range<Int>)
}
