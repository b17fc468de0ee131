package import SourceText

/// A word as the shell reads it, before it expands anything.
package struct ShellWord: Sendable {
  /// A piece of a word.
  package struct Part: Sendable {
    package var kind: Kind

    /// Whether it stands in quotes: then it is neither split nor taken for a pattern.
    package var isQuoted: Bool
  }

  /// What a piece is.
  package indirect enum Kind: Sendable {
    case literal(String)
    case variable(ShellVariable)

    /// `$(…)` or backquotes.
    case substitution(ShellList)

    /// `$((…))` or anything else whose value this shell cannot tell.
    case opaque(String)
  }

  package var parts: [Part]
  package var span: SourceSpan

  /// The text where the word has no variables or substitutions; quotes are gone.
  package var literal: String? {
    var text = ""
    for part in parts {
      guard case .literal(let piece) = part.kind else { return nil }
      text += piece
    }
    return text
  }

  /// Whether any piece of it is quoted.
  package var isQuoted: Bool {
    parts.contains(where: \.isQuoted)
  }
}

/// A variable in a word: `$name` or `${name…}`.
package struct ShellVariable: Sendable {
  /// What the braces do with the value.
  package enum Modifier: Sendable {
    case none

    /// `${#name}`
    case length

    /// `:-`, `-`, `:=`, `=`, `:?`, `?`, `:+`, `+`: the sign, and whether empty counts as unset.
    case conditional(Unicode.Scalar, emptyIsUnset: Bool, ShellWord)

    /// `#`, `##`, `%`, `%%`: the sign, and whether as much as possible goes.
    case trim(Unicode.Scalar, isLongest: Bool, ShellWord)

    /// What only other shells know.
    case other
  }

  package var name: String
  package var modifier: Modifier
}
