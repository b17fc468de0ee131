import SourceText

/// What supervisorctl would make of its command line and configuration.
package struct SupervisorctlConfiguration: Sendable {
  package var search: ConfigurationSearch

  /// Where it looks for supervisord: `http://host:port` or `unix:///path`.
  package var serverURL: Setting<String>
  package var username: Setting<String>?
  package var password: Setting<String>?
  package var prompt: Setting<String>
  package var historyFile: Setting<String>?

  /// What it is asked to do; nothing makes it ask.
  package var arguments: [String]
  package var isInteractive: Bool

  /// In the order in which supervisorctl would meet them.
  package var problems: [SupervisorProblem]

  /// The command line asks for help: supervisorctl says it and ends.
  package var onlyInforms: Bool

  /// False where a file or a check that matters is not known.
  package var isComplete: Bool

  /// What supervisorctl says when it refuses to go on.
  package var refusal: SupervisorProblem? {
    onlyInforms ? nil : problems.first { $0.consequence == .refuses }
  }
}
