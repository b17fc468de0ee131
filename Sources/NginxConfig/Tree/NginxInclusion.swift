package import SourceText

/// One reading of a file: a file that is included twice is read twice, each time in its context.
package struct NginxInclusion: Sendable {
  package let file: SourceFile.ID

  /// The reading that holds the `include`; nil for the main file and for `-g`.
  package let parent: Int?

  /// The id of the `include`.
  package let directive: Int?

  /// Where all of it was written, if that is another file: the text of `-g` stands in a command.
  package let writtenAt: SourceSpan?

  /// Whether this is the text of `-g`.
  package let isCommandLine: Bool
}

/// What an `include` named, and what was there.
package struct NginxInclude: Sendable {
  /// The id of the `include`.
  package let directive: Int

  /// The parameter as nginx takes it.
  package let pattern: String

  /// The absolute path or pattern that nginx makes of it.
  package let path: String

  /// The place of the parameter.
  package let span: SourceSpan

  /// The files that it named, in nginx's order.
  package let matches: [String]

  /// False where there may be more files, or where the content of one is not known.
  package var isComplete: Bool
}
