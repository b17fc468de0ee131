/// A container as its engine describes it.
package struct LiveContainer: Sendable {
  /// What the engine says that the container does.
  package enum Status: String, Sendable {
    case created
    case running
    case paused
    case restarting
    case removing
    case exited
    case dead
    case unknown
  }

  /// What the container's own health check says.
  package struct Health: Sendable {
    /// `starting`, `healthy` or `unhealthy`.
    package var status: String

    /// What the last check printed.
    package var output: String

    package init(status: String, output: String) {
      self.status = status
      self.output = output
    }
  }

  /// A port that the engine forwards into the container.
  package struct PublishedPort: Hashable, Sendable {
    package var containerPort: Int
    package var hostAddress: String
    package var hostPort: Int

    package init(containerPort: Int, hostAddress: String, hostPort: Int) {
      self.containerPort = containerPort
      self.hostAddress = hostAddress
      self.hostPort = hostPort
    }
  }

  package var id: String
  package var name: String
  package var image: String
  package var status: Status
  package var exitCode: Int

  /// What the engine says went wrong, such as a command that is not in the image.
  package var error: String

  package var isOutOfMemory: Bool

  /// Whether it ran when the probe began, and no more when it ended.
  package var endedWhileProbed = false

  /// How often the engine has started it again.
  package var restartCount: Int

  /// Nil where the image has no health check.
  package var health: Health?

  /// The words of entry point and command.
  package var command: [String]

  package var environment: [String]

  /// The user that the container starts as; empty is root.
  package var user: String

  package var workingDirectory: String
  package var publishedPorts: [PublishedPort]

  /// The container's address on its network; nil where it has none of its own.
  package var address: String?

  /// How many processors its machine has; nil where that is not known.
  package var cores: Int?

  /// The service's name in a compose project.
  package var service: String?

  /// The names and addresses by which other containers of its networks reach it.
  package var hosts: Set<String> = []
  package var networks: Set<String> = []

  /// The name of the machine that its processes see; nil where it is not told.
  package var hostName: String?

  package init(id: String, name: String, image: String, status: Status) {
    self.id = id
    self.name = name
    self.image = image
    self.status = status
    exitCode = 0
    error = ""
    isOutOfMemory = false
    restartCount = 0
    command = []
    environment = []
    user = ""
    workingDirectory = "/"
    publishedPorts = []
  }
}
