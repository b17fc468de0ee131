internal import Image
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

  /// The ports that the service opens to the machine or to its neighbours.
  package let ports: [ComposePort]

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

/// Another container of the same compose file, as one container sees it.
package struct Neighbour: Sendable {
  /// The container itself, which knows of no neighbours.
  package let stack: Stack
  package let service: String

  /// Where the compose file names it.
  package let span: SourceSpan

  /// The names by which it can be reached, in lower case.
  package let names: Set<String>

  /// Whether both are in one network.
  package let isReachable: Bool

  /// Whether both have the same loopback address.
  package let sharesLoopback: Bool

  /// The paths of this container and of the other one where both see the same files.
  package let sharedMounts: [(own: String, others: String)]
}

extension Neighbour {
  /// A path of the neighbour as this container sees it; nil where it does not see it.
  package func ownPath(of path: String) -> String? {
    for mount in sharedMounts where Self.isInside(path, mount.others) {
      return mount.own + path.dropFirst(mount.others.count)
    }
    return nil
  }

  /// Whether the neighbour sees what is at a path of this container.
  package func sees(_ path: String) -> Bool {
    sharedMounts.contains { Self.isInside(path, $0.own) }
  }

  private static func isInside(_ path: String, _ folder: String) -> Bool {
    path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }
}
