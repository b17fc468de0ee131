package import SourceText

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
    for mount in sharedMounts where path.isInside(mount.others) {
      return mount.own + path.dropFirst(mount.others.count)
    }
    return nil
  }

  /// Whether the neighbour sees what is at a path of this container.
  package func sees(_ path: String) -> Bool {
    sharedMounts.contains { path.isInside($0.own) }
  }
}

extension ComposeMembership {
  /// Whether others than the container may put something at one of its paths.
  package func shares(_ path: String) -> Bool {
    sharedFolders.contains { path.isInside($0) }
  }
}

extension String {
  fileprivate func isInside(_ folder: String) -> Bool {
    self == folder || hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }
}
