/// A process, as `/proc` tells of it.
package struct LiveProcess: Sendable, Identifiable {
  /// What a process is, told by its command line.
  package enum Role: String, Sendable {
    case supervisord
    case nginxMaster = "nginx master"
    case nginxWorker = "nginx worker"
    case uwsgi = "uWSGI"
    case other
  }

  /// The pid in the container.
  package var id: Int
  package var parent: Int

  /// The effective uid.
  package var userID: Int

  /// The effective gid.
  package var groupID: Int

  /// The supplementary groups.
  package var groups: [Int]

  /// The kernel's letter: `R`, `S`, `D`, `Z`, `T`.
  package var state: Character

  /// The words of its command; empty for a zombie.
  package var command: [String]

  package init(
    id: Int, parent: Int, userID: Int, groupID: Int, groups: [Int] = [], state: Character = "S",
    command: [String]
  ) {
    self.id = id
    self.parent = parent
    self.userID = userID
    self.groupID = groupID
    self.groups = groups
    self.state = state
    self.command = command
  }

  package var isZombie: Bool { state == "Z" || state == "X" }

  package var role: Role {
    let title = command.joined(separator: " ")
    if title.hasPrefix("nginx: master process") { return .nginxMaster }
    if title.hasPrefix("nginx: worker process") { return .nginxWorker }
    let names = command.prefix(2).map(Self.fileName)
    if names.contains(where: { $0.hasPrefix("supervisord") }) { return .supervisord }
    guard let name = names.first else { return .other }
    if name.hasPrefix("uwsgi") || title.hasPrefix("uWSGI ") { return .uwsgi }
    return name == "nginx" ? .nginxMaster : .other
  }

  private static func fileName(_ word: String) -> Substring {
    word.split(separator: "/", omittingEmptySubsequences: true).last ?? ""
  }
}
