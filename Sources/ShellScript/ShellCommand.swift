package import SourceText

/// A command of any kind.
package indirect enum ShellCommand: Sendable {
  case simple(SimpleCommand)

  /// `( … )`: what it changes in the shell itself is gone afterwards.
  case subshell(ShellList, [ShellRedirection])

  /// `{ …; }`
  case group(ShellList, [ShellRedirection])
  case conditional(ShellConditional)
  case forLoop(ShellForLoop)

  /// `while` and `until`.
  case whileLoop(ShellWhileLoop)
  case choice(ShellChoice)
  case function(name: String, body: ShellCommand)

  /// Something that this grammar does not know.
  case unknown(SourceSpan)
}

/// An `if` with its `elif` and `else`.
package struct ShellConditional: Sendable {
  /// The conditions of `if` and `elif`, and what each leads to.
  package var branches: [(condition: ShellList, body: ShellList)]

  /// What `else` leads to; nil where there is no `else`.
  package var otherwise: ShellList?
  package var redirections: [ShellRedirection]
}

/// A `for` that goes over words.
package struct ShellForLoop: Sendable {
  package var variable: String

  /// What it goes over; nil for the script's own arguments.
  package var words: [ShellWord]?
  package var body: ShellList
  package var redirections: [ShellRedirection]
}

/// A `while` or an `until`.
package struct ShellWhileLoop: Sendable {
  package var condition: ShellList
  package var body: ShellList

  /// Whether it is `until`.
  package var isUntil: Bool
  package var redirections: [ShellRedirection]
}

/// A `case` with its patterns.
package struct ShellChoice: Sendable {
  package var subject: ShellWord
  package var branches: [(patterns: [ShellWord], body: ShellList)]
  package var redirections: [ShellRedirection]
}
