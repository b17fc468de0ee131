/// A path in the container and what stands there.
package struct LiveFile: Sendable {
  /// What stands at a path.
  package enum Kind: String, Sendable {
    case absent
    case file
    case folder
    case socket
    case link
    case other
  }

  package var path: String
  package var kind: Kind

  /// The permission bits.
  package var mode: Int
  package var userID: Int
  package var groupID: Int

  /// The content, where it was asked for and could be read.
  package var content: [UInt8]?

  package init(
    path: String, kind: Kind, mode: Int = 0, userID: Int = 0, groupID: Int = 0
  ) {
    self.path = path
    self.kind = kind
    self.mode = mode
    self.userID = userID
    self.groupID = groupID
  }

  /// What a process must be allowed to do.
  package enum Access: Int, Sendable {
    case search = 1
    case write = 2
    case read = 4
  }

  /// Whether the mode lets a process in; root is let in always.
  package func permits(_ access: Access, to process: LiveProcess) -> Bool {
    if process.userID == 0 { return true }
    if process.userID == userID { return mode >> 6 & access.rawValue != 0 }
    if process.groupID == groupID || process.groups.contains(groupID) {
      return mode >> 3 & access.rawValue != 0
    }
    return mode & access.rawValue != 0
  }
}
