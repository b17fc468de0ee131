package import SourceText

/// An option as it was written.
package struct SupervisorOption: Sendable {
  package let section: String

  /// In lower case, as supervisord compares it.
  package let key: String

  /// The raw value: comments gone, lines joined, nothing expanded.
  package let value: String
  package let keySpan: SourceSpan
  package let valueSpan: SourceSpan
}

/// A section's name and first header.
package struct SupervisorSection: Sendable {
  package let name: String
  package let span: SourceSpan

  /// The included file that introduced it; nil for the main file.
  package let includedFrom: String?
}
