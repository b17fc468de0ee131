package import SourceText

/// One instruction of a Dockerfile, as BuildKit splits it; nothing in it is expanded yet.
package struct Instruction: Sendable {
  /// How an instruction's arguments were written.
  package enum Form: Sendable {
    /// Plain words, or a command for a shell.
    case shell

    /// A JSON array of strings.
    case exec
  }

  /// What the instruction is; nil where BuildKit knows none of that name.
  package var keyword: InstructionKeyword?

  /// The keyword as it was written.
  package var name: SpannedText

  package var flags: [InstructionFlag] = []

  /// The arguments as the instruction splits them, with their quotes and escapes.
  ///
  /// `RUN`, `CMD` and their like in shell form have one; `ENV` and `LABEL` have `pairs` instead.
  package var arguments: [SpannedText] = []

  /// What `ENV` and `LABEL` set, in order.
  package var pairs: [InstructionPair] = []

  package var form: Form = .shell

  package var heredocs: [Heredoc] = []

  /// What `ONBUILD` is to do: one instruction, or none where nothing follows it.
  package var triggers: [Instruction] = []

  /// The instruction on one line: continuations joined, here-documents left out.
  package var line: SpannedText

  /// The lines of the file that it takes, counted from 1, here-documents included.
  package var lines: ClosedRange<Int>

  /// All of it, from the keyword to the end of the last here-document.
  package var span: SourceSpan

  /// The comment lines right above it, without `#`.
  package var comments: [String] = []

  /// The flag of a name without its dashes, such as `chown`.
  package func flag(_ name: String) -> InstructionFlag? {
    flags.first { $0.name == name }
  }
}

/// A flag such as `--chown=app:app`, right after an instruction's keyword.
package struct InstructionFlag: Sendable {
  /// The name without its dashes.
  package let name: String

  /// What stands after `=`, without quotes; nil where there is no `=`.
  package let value: String?

  package let span: SourceSpan

  /// The whole flag without quotes, as `--chown=app`.
  package var text: String {
    value.map { "--\(name)=\($0)" } ?? "--\(name)"
  }
}

/// A name and the value that `ENV` or `LABEL` gives it, both with their quotes.
package struct InstructionPair: Sendable {
  package let key: SpannedText
  package let value: SpannedText

  /// Whether it was written in the old form: the name, blanks, and the rest of the line.
  package let isLegacy: Bool
}
