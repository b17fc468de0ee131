package import SourceText

/// One of the texts that a word becomes when the shell expands it.
package struct ShellField: Hashable, Sendable {
  /// The text as far as it is known: what is not known is left out.
  package var text = ""

  /// The text before the first piece that is not known.
  package var prefix = ""

  /// The names of the variables, or `$(…)`, whose values are not known.
  package var unknown: [String] = []

  /// The text with a backslash before each quoted wildcard.
  package var pattern = ""

  /// Whether the shell looks for files that match it.
  package var isPattern = false

  /// The word that it comes from.
  package var span: SourceSpan

  package init(span: SourceSpan) {
    self.span = span
  }

  /// The text, where nothing in it is unknown or waits for files to match.
  package var known: String? {
    unknown.isEmpty && !isPattern ? text : nil
  }
}

/// What a word becomes.
package struct ShellExpansion: Sendable {
  package var fields: [ShellField]

  /// False where an unknown value may make more words, or none.
  package var isCountKnown: Bool
}
