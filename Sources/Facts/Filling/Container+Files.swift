internal import Boot
internal import Image
internal import Machine
internal import SourceText

extension Container {
  /// The row of a path: what stands there, links followed.
  func file(_ path: String) -> FileFact {
    guard let image else { return FileFact(path: path) }
    var fact = FileFact(path: path)
    switch image.node(at: path) {
    case .unknown: return fact
    case .absent: fact.presence = "absent"
    case .present(let node):
      fact.presence = "present"
      fact.kind = node.kind.name
      fact.ownerID = node.owner
      fact.groupID = node.group
      fact.mode = node.mode
      fact.span = node.span
      fact.copySpan = node.copySpan
      fact.isContentKnown = node.content != .unknown
      if case .buildFolder(let origin) = node.origin {
        fact.origin = origin
        fact.program = image.bytes(of: node).flatMap { FileRole($0) }.flatMap {
          $0.isPart ? nil : $0.program
        }
      }
    }
    return fact
  }

  /// What put the file of a path there; nil where there is none, or nobody knows.
  func origin(of path: String) -> SourceSpan? {
    guard let image, case .present(let node) = image.node(at: path) else { return nil }
    return node.span
  }

  /// Whether owners and modes let a user do something with a path; nil where they do not tell.
  ///
  /// What is not there on the way is not a matter of permission: that is what `presence` is for.
  func permits(_ user: ProcessUser, _ access: PathAccess, _ path: String) -> Bool? {
    if user.id == 0 { return true }
    guard let image, let id = user.id else { return nil }
    let check = PermissionCheck(image: image, user: id, groups: groups(of: user))
    return check.permits(access, path)
  }

  /// Whether the folders on the way let a user through.
  func permitsSearch(_ user: ProcessUser, _ path: String) -> Bool? {
    if user.id == 0 { return true }
    guard let image, let id = user.id else { return nil }
    return PermissionCheck(image: image, user: id, groups: groups(of: user)).maySearch(to: path)
  }

  /// The groups of a user, those of `/etc/group` among them; nil where they are not all known.
  func groups(of user: ProcessUser) -> Set<Int>? {
    guard let groupID = user.groupID else { return nil }
    let names = accounts.groups.filter { group in
      user.name.map(group.members.contains) ?? false
    }
    return Set(names.compactMap(\.id)).union([groupID])
  }
}

/// Owners and modes on the way to a path, as the kernel checks them.
struct PermissionCheck {
  let image: Image
  let user: Int

  /// Nil where the groups of the user are not known.
  let groups: Set<Int>?

  private static let read = 4
  private static let write = 2
  private static let search = 1

  func permits(_ access: PathAccess, _ path: String) -> Bool? {
    guard let way = maySearch(to: path) else { return nil }
    guard way else { return false }
    switch access {
    case .read, .folder: return may(access == .folder ? Self.search : Self.read, path)
    case .execute: return may(Self.search, path)
    case .write:
      if case .present = image.node(at: path) { return may(Self.write, path) }
      if case .unknown = image.node(at: path) { return nil }
      return may(Self.write | Self.search, path.folder)
    }
  }

  /// Whether every folder on the way lets the user through.
  func maySearch(to path: String) -> Bool? {
    var folder = path.folder
    var answer: Bool? = true
    while folder != "/" {
      switch may(Self.search, folder) {
      case false?: return false
      case nil: answer = nil
      case true?: break
      }
      folder = folder.folder
    }
    return answer
  }

  /// Only one of the three classes counts: the owner's bits do, even where the group's would allow.
  private func may(_ wanted: Int, _ path: String) -> Bool? {
    guard case .present(let node) = image.node(at: path) else { return nil }
    guard let mode = node.mode, let owner = node.owner else { return nil }
    return Self.allows(
      wanted, mode: mode, owner: owner, group: node.group, user: user, groups: groups)
  }

  /// Whether a mode gives a user all of the wanted bits.
  static func allows(
    _ wanted: Int, mode: Int, owner: Int, group: Int?, user: Int, groups: Set<Int>?
  ) -> Bool? {
    if owner == user { return (mode >> 6) & wanted == wanted }
    let asGroup = (mode >> 3) & wanted == wanted
    let asOther = mode & wanted == wanted
    if asGroup == asOther { return asGroup }
    guard let group, let groups else { return nil }
    return groups.contains(group) ? asGroup : asOther
  }
}

extension FileKind {
  fileprivate var name: String {
    switch self {
    case .file: "file"
    case .folder: "folder"
    case .link: "link"
    case .device: "device"
    case .socket: "socket"
    }
  }
}
