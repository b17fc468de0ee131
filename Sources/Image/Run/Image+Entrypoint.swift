package import ShellScript
package import SourceText

/// The shell that runs a script once a container has started, as far as it decides what a command does.
package struct EntrypointShell: Sendable {
  package var variables: [String: String]

  /// False where `docker run` may have set more.
  package var isEnvironmentComplete: Bool

  /// The folder that it is in; nil where that is not known.
  package var folder: String?

  /// What `$1`, `$2`… stand for.
  package var arguments: [String]

  /// The uid and gid that it runs as; nil where they are not known.
  package var userID: Int?
  package var groupID: Int?

  package init(
    variables: [String: String], isEnvironmentComplete: Bool, folder: String?,
    arguments: [String], userID: Int?, groupID: Int?
  ) {
    self.variables = variables
    self.isEnvironmentComplete = isEnvironmentComplete
    self.folder = folder
    self.arguments = arguments
    self.userID = userID
    self.groupID = groupID
  }
}

extension Image {
  /// Does to the files what a command does that the container runs when it starts.
  ///
  /// A command that must fail is no problem of the image: the script may well go on.
  package mutating func perform(
    _ command: ShellCommand, in shell: EntrypointShell, at span: SourceSpan,
    sources: inout SourceFiles
  ) {
    var state = ShellState()
    state.variables = shell.variables
    state.isEnvironmentComplete = shell.isEnvironmentComplete
    state.folder = shell.folder ?? "/" + String(Unknown.mark)
    state.arguments = [""] + shell.arguments
    state.owner = shell.userID
    state.group = shell.groupID
    var run = ShellRun(image: self, state: state, sources: sources, span: span)
    _ = run.run(command, .mayFail)
    sources = run.sources
    let problems = problems
    self = run.image
    self.problems = problems
  }
}
