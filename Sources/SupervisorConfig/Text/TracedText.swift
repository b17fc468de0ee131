package import SourceText

/// Text in which every scalar remembers the bytes that it came from.
///
/// A value may span lines and be filled in by expansions; its words still have places to point at.
package struct TracedText: Sendable {
  /// One scalar and its origin.
  struct Scalar: Sendable {
    var value: Unicode.Scalar
    var start: Int32
    var end: Int32

    /// Whether it stands for text that nobody knows, such as a missing variable's.
    var isUnknown = false
  }

  var scalars: [Scalar]

  /// The file that the offsets count in; nil for text that nobody wrote.
  let file: SourceFile.ID?

  init(scalars: [Scalar] = [], file: SourceFile.ID?) {
    self.scalars = scalars
    self.file = file
  }

  /// Makes text that has no place, such as a default.
  init(unplaced text: some StringProtocol) {
    self.init(scalars: text.unicodeScalars.map { Scalar(value: $0, start: 0, end: 0) }, file: nil)
  }

  /// The characters; unknown parts stand as they were written.
  package var string: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.lazy.map(\.value))
    return String(text)
  }

  /// The characters, or nil where a part of them is not known.
  package var knownString: String? {
    hasUnknownPart ? nil : string
  }

  package var hasUnknownPart: Bool {
    scalars.contains(where: \.isUnknown)
  }

  /// From the first byte to the last one; nil for text without a place, and for empty text.
  package var span: SourceSpan? {
    guard let file, let first = scalars.first, let last = scalars.last else { return nil }
    return SourceSpan(file: file, start: Int(first.start), end: Int(last.end))
  }

  var isEmpty: Bool { scalars.isEmpty }

  subscript(range: Range<Int>) -> TracedText {
    TracedText(scalars: Array(scalars[range]), file: file)
  }

  /// The text without the white space at both ends, as Python's `str.strip` sees it.
  var stripped: TracedText {
    strippedAtEnd.strippedAtStart
  }

  var strippedAtStart: TracedText {
    let start = scalars.firstIndex { !$0.value.isPythonSpace } ?? scalars.count
    return self[start..<scalars.count]
  }

  var strippedAtEnd: TracedText {
    let last = scalars.lastIndex { !$0.value.isPythonSpace } ?? -1
    return self[0..<(last + 1)]
  }

  mutating func append(_ scalar: Unicode.Scalar, from origin: Scalar) {
    scalars.append(
      Scalar(
        value: scalar, start: origin.start, end: origin.end, isUnknown: origin.isUnknown
      )
    )
  }

  /// Puts text in the place of every occurrence of a name, as Python's `str.replace` does.
  func replacing(_ name: String, with replacement: String) -> TracedText {
    let wanted = Array(name.unicodeScalars)
    var result = TracedText(file: file)
    var index = 0
    while index < scalars.count {
      guard hasPrefix(wanted, at: index) else {
        result.scalars.append(scalars[index])
        index += 1
        continue
      }
      let end = index + wanted.count
      let origin = Scalar(
        value: scalars[index].value, start: scalars[index].start, end: scalars[end - 1].end
      )
      for scalar in replacement.unicodeScalars { result.append(scalar, from: origin) }
      index = end
    }
    return result
  }

  func contains(_ name: String) -> Bool {
    let wanted = Array(name.unicodeScalars)
    return scalars.indices.contains { hasPrefix(wanted, at: $0) }
  }

  private func hasPrefix(_ wanted: [Unicode.Scalar], at start: Int) -> Bool {
    guard start + wanted.count <= scalars.count else { return false }
    return wanted.indices.allSatisfy { scalars[start + $0].value == wanted[$0] }
  }
}
