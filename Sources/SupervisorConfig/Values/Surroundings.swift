import Machine

/// What supervisord can ask of the machine while it reads its configuration.
struct Surroundings {
  let environment: Environment
  let workingDirectory: String?
  let tree: any FileTree
  let accounts: Accounts
  let hostName: String?

  /// Whom supervisord runs as; nil where that is not known.
  let userID: Int?
  var pythonPackages = PythonPackages()

  /// Python's `os.path.abspath`; nil where the working directory is not known.
  func absolute(_ path: String) -> String? {
    if path.utf8.first == UInt8(ascii: "/") { return Paths.normalized(path) }
    return workingDirectory.map { Paths.normalized(Paths.join($0, path)) }
  }

  func lookup(_ path: String) -> FileLookup {
    absolute(path).map { tree.lookup($0) } ?? .unknown
  }

  func exists(_ path: String) -> Bool? {
    switch lookup(path) {
    case .file, .opaqueFile, .folder: true
    case .absent: false
    case .unknown: nil
    }
  }

  func isFolder(_ path: String) -> Bool? {
    switch lookup(path) {
    case .folder: true
    case .file, .opaqueFile, .absent: false
    case .unknown: nil
    }
  }

  /// Python's `os.path.expanduser`; nil where the home is not known.
  func expandingUser(_ path: String) -> String? {
    guard path.utf8.first == UInt8(ascii: "~") else { return path }
    let tail = path.dropFirst()
    let slash = tail.firstIndex(of: "/") ?? tail.endIndex
    let name = tail[..<slash]
    switch name.isEmpty ? ownHome : home(ofUser: String(name)) {
    case .present(let home):
      let expanded = home.trimmingTrailingSlashes + tail[slash...]
      return expanded.isEmpty ? "/" : String(expanded)
    case .absent: return path
    case .unknown: return nil
    }
  }

  /// Python's `normpath(abspath(expanduser(path)))`.
  func normalized(_ path: String) -> String? {
    expandingUser(path).flatMap(absolute)
  }

  private var ownHome: Known<String> {
    if let home = environment.values["HOME"] { return .present(home) }
    guard environment.isComplete, let userID else { return .unknown }
    return home(of: accounts.user(id: userID))
  }

  private func home(ofUser name: String) -> Known<String> {
    home(of: accounts.user(named: name))
  }

  private func home(of user: Known<User>) -> Known<String> {
    switch user {
    case .present(let user): user.home.map { .present($0) } ?? .unknown
    case .absent: .absent
    case .unknown: .unknown
    }
  }
}
