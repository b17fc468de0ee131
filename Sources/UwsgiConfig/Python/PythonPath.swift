import Machine

/// The folders where Python looks for modules, and what it finds there.
struct PythonPath {
  let tree: any FileTree

  /// The folders of the configuration, first to last; nil for one that is not known.
  let folders: [String?]

  /// The folders that packages are installed into.
  let packageFolders: [String]

  enum Search {
    case file(path: String)

    /// Those that were looked at, in order.
    case missing(searched: [String])
    case unknown
  }

  /// Looks for a module by its dotted name, as Python's import does.
  func module(_ name: String) -> Search {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard !parts.contains("") else { return .unknown }
    var searched: [String] = []
    for folder in folders {
      guard let folder else { return .unknown }
      switch module(parts[...], in: folder) {
      case .missing: searched.append(folder)
      case let result: return result
      }
    }
    return mayBeInstalled(parts[0]) ? .unknown : .missing(searched: searched)
  }

  /// A package's folder comes before a file of the same name.
  private func module(_ parts: ArraySlice<String>, in folder: String) -> Search {
    guard let first = parts.first else { return .missing(searched: []) }
    let path = FilePath.normalized(folder + "/" + first)
    let package = tree.lookup(path + "/__init__.py")
    switch package {
    case .file, .opaqueFile:
      return parts.count == 1
        ? .file(path: path + "/__init__.py") : module(parts.dropFirst(), in: path)
    case .unknown: return .unknown
    case .absent, .folder: break
    }
    switch tree.lookup(path + ".py") {
    case .file, .opaqueFile: return parts.count == 1 ? .file(path: path + ".py") : .unknown
    case .unknown: return .unknown
    case .absent, .folder: break
    }
    // A compiled module, or a folder without `__init__.py`, can be imported as well.
    let names = tree.entries(ofFolder: folder)
    if names.names.contains(where: { $0.hasPrefix(first + ".") }) { return .unknown }
    if case .folder = tree.lookup(path) {
      return parts.count == 1 ? .unknown : module(parts.dropFirst(), in: path)
    }
    return .missing(searched: [])
  }

  /// Whether a package that nobody knows wholly may bring a module of that name.
  private func mayBeInstalled(_ name: String) -> Bool {
    if Self.ownNames.contains(name) {
      return packageFolders.contains { isPresent($0 + "/" + name) }
    }
    return packageFolders.contains { folder in
      switch tree.lookup("\(folder)/\(name).py") {
      case .absent: isPresent(folder + "/" + name)
      default: true
      }
    }
  }

  private func isPresent(_ path: String) -> Bool {
    for suffix in ["", ".py"] {
      switch tree.lookup(path + suffix) {
      case .file, .opaqueFile, .folder: return true
      case .absent, .unknown: continue
      }
    }
    return false
  }

  /// The names that people give to their own programs, and no distribution to a library.
  private static let ownNames: Set<String> = [
    "main", "wsgi", "app", "application", "server", "run", "manage", "index", "uwsgi_app",
    "flask_app", "wsgi_app", "run_app", "start", "web", "webapp", "myapp", "mysite", "project",
  ]
}
