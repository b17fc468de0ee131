package import SourceText

/// One of the patterns of `[include]`.
package struct IncludePattern: Sendable {
  /// The pattern, joined to the folder of the main file.
  package let pattern: String

  /// The value of `files`.
  package let span: SourceSpan

  /// The paths that match, in the order of reading.
  package let paths: [String]

  /// False where there may be more matches.
  package let isComplete: Bool
}
