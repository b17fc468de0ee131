import Machine

/// What commands that know nothing of accounts do to `/etc/passwd` and `/etc/group`.
extension ShellRun {
  /// Looks whether a command changed one of the files: then its accounts are those that nobody knows.
  mutating func noteAccounts(changedSince before: Image, by program: String) {
    for path in [usersPath, groupsPath] {
      let old = before.tree.node(at: path)
      let new = image.tree.node(at: path)
      guard old.presence != new.presence || old.node != new.node else { continue }
      noteAccounts(in: path, adding: nil)
    }
  }

  /// Takes in lines that are added to one of the files; nil stands for any other change.
  mutating func noteAccounts(in path: String, adding bytes: [UInt8]?) {
    guard path == usersPath || path == groupsPath else { return }
    guard let bytes else { return forgetAccounts(in: path) }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      if path == usersPath, fields.count >= 7 {
        image.accounts.users.append(
          User(
            name: fields[0], id: Int(fields[2]), groupID: Int(fields[3]), home: fields[5],
            shell: fields[6]))
      } else if path == groupsPath, fields.count >= 4 {
        let members = fields[3].split(separator: ",").map(String.init)
        image.accounts.groups.append(Group(name: fields[0], id: Int(fields[2]), members: members))
      }
    }
  }

  /// Root is what hardly any change takes away.
  private mutating func forgetAccounts(in path: String) {
    image.accounts.isComplete = false
    if path == usersPath {
      image.accounts.users.removeAll { $0.id != 0 }
    } else {
      image.accounts.groups.removeAll { $0.id != 0 }
    }
  }
}

private let usersPath = "/etc/passwd"
private let groupsPath = "/etc/group"
