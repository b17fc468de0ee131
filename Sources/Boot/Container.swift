package import Image
package import Machine
package import NginxConfig
package import SourceText

/// A container that is about to start, or was: all that decides which processes it will have.
package struct Container: Sendable {
  /// The image that it is made from, if it is made from one.
  package var image: Image?
  package var files: any FileTree
  package var accounts: Accounts

  /// The words of ENTRYPOINT and CMD together; nil where nothing says what starts.
  package var command: [Argument]?

  /// Where the command is written.
  package var commandSpan: SourceSpan?
  package var environment: Environment
  package var workingDirectory: String?
  package var user: ProcessUser

  /// The distribution's name, such as `debian`, and its release.
  package var distribution: String?
  package var release: String?

  /// What only the machine tells, where the user told it.
  package var machine: MachineFacts

  /// Whether its scripts have done already what they do to files.
  package var isRunning = false

  package init(
    files: any FileTree, accounts: Accounts, command: [Argument]?, commandSpan: SourceSpan?,
    environment: Environment, workingDirectory: String?, user: ProcessUser,
    distribution: String? = nil, release: String? = nil,
    machine: MachineFacts = MachineFacts()
  ) {
    self.files = files
    self.accounts = accounts
    self.command = command
    self.commandSpan = commandSpan
    self.environment = environment
    self.workingDirectory = workingDirectory
    self.user = user
    self.distribution = distribution
    self.release = release
    self.machine = machine
  }
}

/// What no file tells and the user may: of the machine that the container will run on, and of who asks it.
package struct MachineFacts: Sendable {
  /// The number of processors; nil where the user did not say.
  package var cores: Int?
  package var hostName: String?

  /// The version of nginx, as its makers released it.
  package var nginxVersion: Version?

  /// Whose pages may ask the application.
  package var origins = OriginPolicy()

  /// The headers whose loss in an inner block of nginx counts; empty for all.
  package var keptHeaders: [String] = []

  /// Variables that the container is given when it starts.
  package var environment: [String: String]

  /// Reads a version of nginx: three numbers, or two for any of a series; nil for anything else.
  package static func nginxVersion(_ text: String) -> Version? {
    Version(text).flatMap { (2...3).contains($0.parts.count) ? $0 : nil }
  }

  package init(cores: Int? = nil, hostName: String? = nil, environment: [String: String] = [:]) {
    self.cores = cores
    self.hostName = hostName
    self.environment = environment
  }
}
