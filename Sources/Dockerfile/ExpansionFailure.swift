/// Why BuildKit cannot expand the variables of a word.
package struct ExpansionFailure: Error, Hashable, Sendable {
  /// What is wrong with the word.
  package enum Reason: Error, Hashable, Sendable {
    case unmatchedSingleQuote
    case unmatchedDoubleQuote
    case badSubstitution
    case missingBrace
    case missingSlash
    case unsupportedModifier(String)

    /// `${name:?message}` where the name has no value.
    case required(name: String, message: String)

    case invalidPattern(String, escape: String)

    /// Substitutions inside of substitutions, deeper than anybody writes them.
    case nestedTooDeeply
  }

  /// The whole word.
  package let word: String

  package let reason: Reason
}
