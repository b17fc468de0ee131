/// One thing that a base image may be: a release of a distribution, or a tag of an image.
///
/// A tag such as `latest` has several; what is not true of all of them is not known.
struct Candidate: Hashable, Sendable {
  /// The release or the version; nil where it could not be read.
  var version: Version?

  /// The distribution, what its release is known for, and the other parts of a tag, such as `slim`.
  var traits: Set<String> = []

  /// False for a tag that could not be read.
  var areTraitsKnown = true

  /// What `{name}` stands for.
  var values: [String: String] = [:]

  /// Puts values in the place of their names; nil where one has no value.
  func expand(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: "{")), !text.utf8.contains(UInt8(ascii: " ")) else {
      return String(text)
    }
    var result = ""
    var rest = text
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}"),
        let value = values[String(rest[rest.index(after: open)..<close])]
      else { return nil }
      result += rest[..<open] + value
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
