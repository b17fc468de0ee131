package import SourceText

/// A program or built-in with its arguments, or assignments alone.
package struct SimpleCommand: Sendable {
  /// What stands before the first word, such as `A=1`.
  package var assignments: [ShellAssignment]

  /// The program and its arguments; empty where there are only assignments.
  package var words: [ShellWord]

  package var redirections: [ShellRedirection]

  package var span: SourceSpan
}

/// `NAME=value`, before a command or alone.
package struct ShellAssignment: Sendable {
  package var name: String

  /// The value; for an array of bash it is not known.
  package var value: ShellWord

  /// Whether it is `+=`.
  package var appends: Bool
}

/// `> file`, `2>&1`, `<<EOF` and their like.
package struct ShellRedirection: Sendable {
  /// What is done with the file or descriptor.
  package enum Kind: Sendable {
    /// `<`
    case input

    /// `>` and `>|`: the file is emptied or made.
    case output

    /// `>>`
    case append

    /// `<>`
    case both

    /// `<&`
    case duplicateInput

    /// `>&`: another descriptor; or, in bash, output and errors into a file.
    case duplicateOutput

    /// `&>` of bash.
    case outputAndErrors

    /// `<<` and `<<-`
    case heredoc

    /// `<<<` of bash.
    case text
  }

  package var kind: Kind

  /// The number before the sign; nil stands for 0 or 1, as the sign has it.
  package var descriptor: Int?

  /// The file, the other descriptor, the terminator or the text.
  package var target: ShellWord

  /// What a here-document holds; in double quotes, so to speak, unless the terminator is quoted.
  package var body: ShellWord?
}
