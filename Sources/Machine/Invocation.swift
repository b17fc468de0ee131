package import SourceText

/// How a program is started.
package struct Invocation: Sendable {
  /// The words of the command; the first is the program as it was written.
  package var arguments: [Argument]

  package var environment: Environment

  /// The absolute path of the folder that it starts in; nil where that is not known.
  package var workingDirectory: String?

  package init(arguments: [Argument], environment: Environment, workingDirectory: String?) {
    self.arguments = arguments
    self.environment = environment
    self.workingDirectory = workingDirectory
  }
}

/// A word of a command, and where it was written.
package struct Argument: Hashable, Sendable {
  package var text: String

  /// The place in a Dockerfile, a supervisord program or a script; nil for words nobody wrote.
  package var span: SourceSpan?

  package init(_ text: String, span: SourceSpan? = nil) {
    self.text = text
    self.span = span
  }
}

/// The environment variables of a process.
package struct Environment: Sendable {
  package var values: [String: String]

  /// False where the container may be given more, as by `docker run --env`.
  package var isComplete: Bool

  /// The names in the order in which the process is given them, as far as that is known.
  package var order: [String]

  package init(
    values: [String: String] = [:], isComplete: Bool = false, order: [String] = []
  ) {
    self.values = values
    self.isComplete = isComplete
    self.order = order
  }

  /// All names: those with a known order first, then the others in alphabetical order.
  package var orderedNames: [String] {
    let ordered = order.filter { values[$0] != nil }
    return ordered + values.keys.filter { !ordered.contains($0) }.sorted()
  }
}
