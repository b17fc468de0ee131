package import SourceText

/// A text of an instruction after its variables were expanded.
package struct ExpandedWord: Hashable, Sendable {
  package var text: String

  /// Where the word was written; nil for what the base image brings.
  package var span: SourceSpan?

  /// False where somebody may give another value, by `--build-arg` or in an unknown base image.
  package var isCertain: Bool

  package init(_ text: String, span: SourceSpan? = nil, isCertain: Bool = true) {
    self.text = text
    self.span = span
    self.isCertain = isCertain
  }
}
