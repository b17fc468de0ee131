/// A text that was put together from pieces of one file, each byte with the place it came from.
///
/// Continued lines, escapes and here-documents make a program read a text that stands nowhere in
/// its file as such; this is that text, and its way back.
package struct SpannedText: Hashable, Sendable {
  /// The text itself.
  package private(set) var bytes: [UInt8]

  private let file: SourceFile.ID
  private var origins: [Range<Int32>]

  /// Where the text would begin: what an empty text answers for its span.
  private var anchor: Int32

  /// Makes an empty text that stands at an offset of a file.
  package init(file: SourceFile.ID, at offset: Int) {
    self.file = file
    bytes = []
    origins = []
    anchor = Int32(clamping: offset)
  }

  /// Makes the text of a byte range as it stands in the file.
  package init(_ source: SourceFile, range: Range<Int>) {
    self.init(file: source.id, at: range.lowerBound)
    for offset in range.clamped(to: 0..<source.bytes.count) {
      append(source.bytes[offset], from: offset..<(offset + 1))
    }
  }

  /// Makes a text of which every part came from the whole of one span.
  package init(_ text: some StringProtocol, span: SourceSpan) {
    self.init(file: span.file, at: span.range.lowerBound)
    for byte in text.utf8 {
      append(byte, from: span.range)
    }
  }

  /// Appends a byte that stands for a range of the file.
  package mutating func append(_ byte: UInt8, from origin: Range<Int>) {
    bytes.append(byte)
    origins.append(Int32(clamping: origin.lowerBound)..<Int32(clamping: origin.upperBound))
  }

  /// Appends another text of the same file.
  package mutating func append(_ other: SpannedText) {
    if bytes.isEmpty { anchor = other.anchor }
    bytes += other.bytes
    origins += other.origins
  }

  package var text: String {
    String(decoding: bytes, as: UTF8.self)
  }

  package var isEmpty: Bool {
    bytes.isEmpty
  }

  /// The smallest span of the file that holds all of the text.
  package var span: SourceSpan {
    span(of: bytes.indices)
  }

  /// The smallest span of the file that holds a range of the text.
  package func span(of range: Range<Int>) -> SourceSpan {
    let range = range.clamped(to: bytes.indices)
    guard let first = origins[range].first else {
      let offset = Int(offset(before: range.lowerBound))
      return SourceSpan(file: file, start: offset, end: offset)
    }
    let start = origins[range].reduce(first.lowerBound) { min($0, $1.lowerBound) }
    let end = origins[range].reduce(first.upperBound) { max($0, $1.upperBound) }
    return SourceSpan(file: file, start: Int(start), end: Int(end))
  }

  /// A part of the text, with its way back to the file.
  package subscript(range: Range<Int>) -> SpannedText {
    let range = range.clamped(to: bytes.indices)
    var part = SpannedText(file: file, at: Int(offset(before: range.lowerBound)))
    part.bytes = Array(bytes[range])
    part.origins = Array(origins[range])
    return part
  }

  private func offset(before index: Int) -> Int32 {
    if index < origins.count { return origins[index].lowerBound }
    return origins.last?.upperBound ?? anchor
  }
}
