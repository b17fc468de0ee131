package import SourceText

/// A Dockerfile as BuildKit's parser reads it.
package struct DockerfileDocument: Sendable {
  /// A comment at the very top that steers the parser, such as `# escape=`.
  package struct ParserDirective: Sendable {
    /// The name in lower case: `syntax`, `escape` or `check`.
    package let name: String
    package let value: String
    package let span: SourceSpan
  }

  package let file: SourceFile

  package let parserDirectives: [ParserDirective]

  /// The character that continues a line and takes the next one literally: `\` or a backquote.
  package let escape: UInt8

  /// Every instruction of the file in order, those that BuildKit refuses included.
  package let instructions: [Instruction]

  /// The `ARG`s before the first `FROM`: what `FROM` lines can refer to.
  package let globalArguments: [Instruction]

  package let stages: [Stage]

  /// What the parser found wrong, in the order of the file.
  package let problems: [DockerfileProblem]
}
