internal import SourceText

extension SourceFiles {
  /// The beginning of a file that was read; nil for another one.
  func beginning(ofPath path: String) -> SourceSpan? {
    files.first { $0.path == path }.map { SourceSpan(file: $0.id, start: 0, end: 0) }
  }
}
