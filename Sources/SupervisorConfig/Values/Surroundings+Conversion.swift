import Machine

extension Surroundings {
  /// A folder that has to be there; nil where that is not known.
  func existingFolder(_ text: String) throws(BadValue) -> String? {
    guard let path = expandingUser(text), let isFolder = isFolder(path) else { return nil }
    guard isFolder else { throw .noSuchDirectory(text) }
    return path
  }

  /// A file whose folder has to be there.
  ///
  /// A path stays known where only the folder is not: `checked` then is false.
  func fileInExistingFolder(_ text: String) throws(BadValue) -> (path: String?, checked: Bool) {
    guard let path = expandingUser(text) else { return (nil, false) }
    let folder = Paths.folder(of: path)
    guard !folder.isEmpty else { return (path, true) }
    guard let isFolder = isFolder(folder) else { return (path, false) }
    guard isFolder else { throw .noDirectoryOfPath(text) }
    return (path, true)
  }

  /// A user's name or number.
  func user(_ text: String) throws(BadValue) -> UserReference? {
    let number = Int(python: text)
    switch number.map({ accounts.user(id: $0) }) ?? accounts.user(named: text) {
    case .present(let user):
      let id = number ?? user.id
      return UserReference(text: text, id: id, groupID: user.groupID, isListed: true)
    case .absent:
      throw number == nil ? .noSuchUserName(text) : .noSuchUserID(text)
    case .unknown:
      return UserReference(text: text, id: number, groupID: nil, isListed: false)
    }
  }

  /// `user` or `user:group`.
  func owner(_ text: String) throws(BadValue) -> SocketOwner? {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let user = try user(String(parts[0]))
    guard parts.count > 1 else { return SocketOwner(userID: user?.id, groupID: -1) }
    return SocketOwner(userID: user?.id, groupID: try groupID(String(parts[1])))
  }

  private func groupID(_ text: String) throws(BadValue) -> Int? {
    let number = Int(python: text)
    let group = number.map { accounts.group(id: $0) } ?? accounts.group(named: text)
    switch group {
    case .present(let group): return group.id
    case .absent: throw .noSuchGroup(text)
    case .unknown: return number
    }
  }
}
