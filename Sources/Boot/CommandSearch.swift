internal import Machine

/// Finds the file of a command as `execvp(3)` does.
struct CommandSearch {
  let files: any FileTree
  let searchPath: String?
  let workingDirectory: String?

  /// What Debian and Alpine give a process that nobody gave a PATH.
  static let defaultSearchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

  func executable(_ command: String) -> Executable {
    if command.contains("/") {
      guard let path = absolute(command) else {
        return Executable(path: command, presence: .unknown)
      }
      return Executable(path: path, presence: presence(of: path))
    }
    var firstDoubtful: String?
    for folder in (searchPath ?? Self.defaultSearchPath).split(separator: ":") {
      let path = "\(folder)/\(command)"
      switch presence(of: path) {
      case .present:
        // An earlier folder that may hold it does not change what is run, only which file.
        return Executable(path: path, presence: .present)
      case .unknown: firstDoubtful = firstDoubtful ?? path
      case .absent: continue
      }
    }
    return Executable(path: command, presence: firstDoubtful == nil ? .absent : .unknown)
  }

  private func absolute(_ path: String) -> String? {
    if path.hasPrefix("/") { return path }
    return workingDirectory.map { $0.hasSuffix("/") ? "\($0)\(path)" : "\($0)/\(path)" }
  }

  private func presence(of path: String) -> Executable.Presence {
    switch files.lookup(path) {
    case .file, .opaqueFile: .present
    case .absent, .folder: .absent
    case .unknown: .unknown
    }
  }
}
