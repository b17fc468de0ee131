package import Image
package import SourceText

/// What a compose file says of one of its containers and of those around it.
package struct ComposeMembership: Sendable {
  /// The compose file, as the user gave it.
  package let file: String

  /// The name of the service.
  package let service: String

  /// The names by which it can be reached, its own loopback names left out, in lower case.
  package let names: Set<String>

  /// The other containers.
  package internal(set) var neighbours: [Neighbour] = []

  /// The folders that others than the container may write to: volumes, and folders of the machine.
  package let sharedFolders: [String]

  /// The ports that the service opens to the machine or to its neighbours.
  package let ports: [ComposePort]

  /// The names of services that wait for a profile, in lower case.
  package internal(set) var sleepingNames: Set<String> = []

  /// What compose does not take of the file.
  package internal(set) var problems: [ComposeProblem] = []

  /// Names of machines that the file gives, in lower case.
  package let outsideHosts: Set<String>

  /// Whether no container can have a name that the file does not tell.
  package let areNamesComplete: Bool
}

/// A port that a compose file opens.
package struct ComposePort: Sendable {
  package let port: Int

  /// `tcp`, `udp` or `sctp`.
  package let transport: String

  /// Whether the machine opens it, and not only the network of the services.
  package let isPublished: Bool
  package let span: SourceSpan
}
