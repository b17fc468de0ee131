/// A byte range of one file.
///
/// Lines and columns exist only where people or machines read them: see `LineIndex`.
package struct SourceSpan: Hashable, Sendable {
  package let file: SourceFile.ID

  /// The offset of the first byte.
  package let start: Int32

  /// The offset after the last byte.
  package let end: Int32

  package init(file: SourceFile.ID, start: Int, end: Int) {
    self.file = file
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: max(start, end))
  }

  package var range: Range<Int> {
    Int(start)..<Int(end)
  }

  /// The smallest span that covers both; the other one must be of the same file to count.
  package func joined(with other: SourceSpan) -> SourceSpan {
    guard file == other.file else { return self }
    return SourceSpan(
      file: file,
      start: Int(min(start, other.start)),
      end: Int(max(end, other.end))
    )
  }
}
