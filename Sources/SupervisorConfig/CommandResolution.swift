package import Machine

/// What supervisord finds when it looks for a program's command, just before it starts it.
package enum CommandResolution: Hashable, Sendable {
  /// The path that is executed.
  case found(String)

  /// Nothing of that name is there.
  case notFound(String)
  case folder(String)

  /// It may be there or not.
  case unknown
}

extension CommandResolution {
  /// Looks a command up as `Subprocess.get_execv_args` does.
  ///
  /// A name without a slash is searched on `PATH` of the program's own `environment`, else on
  /// that of supervisord; the first entry of that name decides, whatever it is.
  package static func resolve(
    _ command: String, for process: SupervisorProcess, supervisord: Environment,
    workingDirectory: String?, tree: any FileTree
  ) -> CommandResolution {
    let place = Place(tree: tree, workingDirectory: workingDirectory)
    if command.utf8.contains(UInt8(ascii: "/")) {
      return place.resolution(of: command) ?? .notFound(command)
    }
    guard let folders = searchPath(for: process, supervisord: supervisord) else { return .unknown }
    for folder in folders {
      if let found = place.resolution(of: Paths.join(folder, command)) { return found }
    }
    return .notFound(command)
  }

  /// The folders of `PATH`; nil where it is not known.
  private static func searchPath(
    for process: SupervisorProcess, supervisord: Environment
  ) -> [String]? {
    if let own = process.environment.last(where: { $0.name == "PATH" }) {
      return own.value.map(split)
    }
    guard process.isEnvironmentComplete else { return nil }
    if let path = supervisord.values["PATH"], !path.isEmpty { return split(path) }
    // Without one supervisord takes a list of its own; a container always gives one.
    return supervisord.isComplete ? ["/bin", "/usr/bin", "/usr/local/bin"] : nil
  }

  private static func split(_ path: String) -> [String] {
    path.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
  }

  private struct Place {
    let tree: any FileTree
    let workingDirectory: String?

    /// What a path is; nil where nothing is there.
    func resolution(of path: String) -> CommandResolution? {
      let absolute =
        path.hasPrefix("/") ? path : workingDirectory.map { Paths.join($0, path) }
      guard let absolute else { return .unknown }
      switch tree.lookup(Paths.normalized(absolute)) {
      case .file, .opaqueFile: return .found(path)
      case .folder: return .folder(path)
      case .absent: return nil
      case .unknown: return .unknown
      }
    }
  }
}
