/// What became of a word when its variables were expanded.
package struct WordExpansion: Hashable, Sendable {
  /// The word with its variables expanded, quotes and escapes removed.
  package var text: String

  /// The text, split at white space that is not quoted, as `EXPOSE` takes it.
  package var words: [String]

  /// The variables that have a value, in the order of their use.
  package var used: [String]

  /// The variables that have none and were taken for empty, in the order of their use.
  package var unset: [String]
}
