package import SourceText

/// What an image says of the containers that are made from it.
package struct ImageConfiguration: Sendable {
  /// The variables in their order.
  package var environment: [BuildVariable] = []

  /// The user as `USER` gave it, such as `app` or `1000:1000`; empty for root.
  package var user = ExpandedWord("")

  /// An absolute path; empty for `/`.
  package var workingDirectory = ExpandedWord("")

  /// `ENTRYPOINT`; nil where there is none.
  package var entrypoint: ImageCommand?

  /// `CMD`; nil where there is none.
  package var command: ImageCommand?

  /// What `SHELL` chose; empty for `/bin/sh -c`.
  package var shell: [String] = []

  /// The ports that `EXPOSE` names, such as `80/tcp`, sorted.
  package var exposedPorts: [String] = []

  /// The paths that `VOLUME` names, in the order they were added.
  package var volumes: [ExpandedWord] = []

  package var labels: [String: String] = [:]
  package var stopSignal = ""
  package var healthcheck: Healthcheck?

  /// The instructions that wait for a build from this image.
  package var triggers: [String] = []

  /// False where an unknown base image may have said more.
  package var isComplete: Bool

  /// Starts from an image that says nothing; `isComplete` is false where nobody knows the image.
  package init(isComplete: Bool = true) {
    self.isComplete = isComplete
  }

  /// The value of an environment variable.
  package func environmentValue(_ name: String) -> ExpandedWord? {
    environment.last { $0.name == name }?.value
  }

  /// Sets a variable, which keeps its place if it has one.
  package mutating func setEnvironment(_ variable: BuildVariable) {
    if let index = environment.firstIndex(where: { $0.name == variable.name }) {
      environment[index] = variable
    } else {
      environment.append(variable)
    }
  }
}

/// What `CMD` or `ENTRYPOINT` starts.
package struct ImageCommand: Sendable {
  /// The words; in shell form the shell, its options and the command as one word.
  package var words: [ExpandedWord]

  /// The command that the shell reads, with its way back to the file; nil in exec form.
  package var script: SpannedText?

  /// The instruction; nil where the base image brings the command.
  package var span: SourceSpan?

  package init(words: [ExpandedWord], script: SpannedText? = nil, span: SourceSpan? = nil) {
    self.words = words
    self.script = script
    self.span = span
  }
}
