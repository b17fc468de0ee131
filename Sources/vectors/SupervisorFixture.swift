import FoundationEssentials
import Machine

/// The world in which supervisord's vectors were recorded (`fixture.json`).
struct SupervisorFixture: Decodable {
  let root: String
  let host: String
  let env: JSONValue
  let users: [String: User]
  let groups: [String: Int]
  let dirs: [String]

  struct User: Decodable {
    let uid: Int
    let gid: Int
    let home: String
  }

  /// What a case changes in it.
  struct Case: Decodable {
    var tool: String?
    var argv: [String]?
    var env: [String: String]?
  }

  var accounts: Accounts {
    Accounts(
      users: users.map {
        Machine.User(name: $0.key, id: $0.value.uid, groupID: $0.value.gid, home: $0.value.home)
      },
      groups: groups.map { Group(name: $0.key, id: $0.value) }, isComplete: true
    )
  }
}

/// The files of the fixture: the vectors lie in its root, beside folders that are only known.
struct SupervisorFixtureTree: FileTree {
  let root: String
  let folder: String
  let folders: Set<String>
  private let disk = DiskTree()

  init(_ fixture: SupervisorFixture, folder: String) {
    root = fixture.root
    self.folder = folder
    folders = Set(fixture.dirs)
  }

  func lookup(_ path: String) -> FileLookup {
    if let real = realPath(path) { return disk.lookup(real) }
    return folders.contains(path) ? .folder : .absent
  }

  func entries(ofFolder path: String) -> FolderListing {
    realPath(path).map(disk.entries) ?? FolderListing(names: [], isComplete: true)
  }

  private func realPath(_ path: String) -> String? {
    path == root || path.hasPrefix("\(root)/") ? folder + path.dropFirst(root.count) : nil
  }
}
