import Machine

/// The folders where Python looks for modules, and what it finds there.
struct PythonPath {
  let tree: any FileTree

  /// The folders of the configuration, first to last; nil for one that is not known.
  let folders: [String?]

  /// The folder that relative paths count from; nil where it is not known.
  let working: String?

  /// The folders that packages are installed into.
  let packageFolders: [String]

  /// Whether there can be no others: uWSGI stands where the image's own Python belongs to it.
  let isWholePath: Bool

  enum Search {
    case file(path: String)

    /// Those that were looked at, in order.
    case missing(searched: [String])
    case unknown
  }

  /// Looks for a module by its dotted name, as Python's import does.
  func module(_ name: String) -> Search {
    module(name, mayBeInstalled: mayBeInstalled)
  }

  private func module(_ name: String, mayBeInstalled: (String) -> Bool) -> Search {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard !parts.contains("") else { return .unknown }
    guard parts.allSatisfy(Self.isIdentifier) else {
      return .missing(searched: folders.compactMap(\.self))
    }
    var searched: [String] = []
    for folder in folders {
      guard let folder else { return .unknown }
      switch module(parts[...], in: folder) {
      case .missing(let places) where !places.isEmpty: return .missing(searched: places)
      case .missing: searched.append(folder)
      case let result: return result
      }
    }
    return mayBeInstalled(parts[0]) ? .unknown : .missing(searched: searched)
  }

  /// Whether a module can have such a name: one with a quote or a slash is no file's.
  private static func isIdentifier(_ name: String) -> Bool {
    !name.contains { "'\"/\\ ".contains($0) }
  }

  /// A package's folder comes before a file of the same name.
  ///
  /// What is missing in a package that was found is looked for nowhere else: then the places are told.
  private func module(_ parts: ArraySlice<String>, in folder: String) -> Search {
    guard let first = parts.first else { return .missing(searched: []) }
    let path = FilePath.normalized(folder + "/" + first)
    let package = tree.lookup(path + "/__init__.py")
    switch package {
    case .file, .opaqueFile:
      guard parts.count > 1 else { return .file(path: path + "/__init__.py") }
      return inside(package, path, module(parts.dropFirst(), in: path))
    case .unknown: return .unknown
    case .absent, .folder: break
    }
    switch tree.lookup(path + ".py") {
    case let file where file.isFile:
      // `module = app.py` asks for `py` in `app`, which is no package.
      return parts.count == 1
        ? .file(path: path + ".py") : inside(file, folder, .missing(searched: []))
    case .unknown: return .unknown
    case .absent, .folder, .file, .opaqueFile: break
    }
    // A compiled module, or a folder without `__init__.py`, can be imported as well.
    let names = tree.entries(ofFolder: folder)
    if names.names.contains(where: { $0.hasPrefix(first + ".") }) { return .unknown }
    if case .unknown = tree.lookup(path + ".pyc") { return .unknown }
    if case .folder = tree.lookup(path) {
      return parts.count == 1 ? .unknown : module(parts.dropFirst(), in: path)
    }
    return .missing(searched: [])
  }

  /// What a search inside of a module gives, unless its source may lead it elsewhere.
  private func inside(_ module: FileLookup, _ place: String, _ result: Search) -> Search {
    guard case .missing(let places) = result, places.isEmpty else { return result }
    guard case .file(let bytes, _) = module else { return .unknown }
    let source = String(decoding: bytes, as: UTF8.self)
    let mayLead = source.contains("__path__") || source.contains("modules")
    return mayLead ? .unknown : .missing(searched: [place])
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

  /// Whether a module that another one imports is certainly nowhere.
  ///
  /// The tree says of libraries that are known by name whether they are there, though others beside
  /// them may be.
  func lacks(_ name: String) -> Bool {
    guard isWholePath, !PythonStandardLibrary.has(name),
      case .missing = module(name, mayBeInstalled: { _ in false })
    else { return false }
    if Self.ownNames.contains(name) { return !mayBeInstalled(name) }
    let folders = libraryFolders
    return !folders.isEmpty
      && folders.allSatisfy { folder in
        if case .absent = tree.lookup("\(folder)/\(name)") { true } else { false }
      }
  }

  /// The package folders that a Python of this image searches.
  ///
  /// Debian's own Python has one for its packages and one for pip's; others have a `site-packages`.
  private var libraryFolders: [String] {
    let versions = Set(
      packageFolders.map(FilePath.name).filter { $0.hasPrefix("python3.") })
    let shared = "/usr/lib/python3/dist-packages"
    var folders = packageFolders.filter { $0.hasSuffix("-packages") && isPresent($0) }
    guard !versions.isEmpty else { return [] }
    if isPresent(shared) {
      folders += versions.map { "/usr/local/lib/\($0)/dist-packages" }
    } else {
      folders += versions.flatMap { version in
        ["/usr/lib", "/usr/lib64", "/usr/local/lib"].filter {
          packageFolders.contains("\($0)/\(version)")
        }
        .map { "\($0)/\(version)/site-packages" }
      }
    }
    return folders
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
    "api", "database", "extensions", "forms", "helpers", "models", "routes", "settings", "views",
  ]
}

extension FileLookup {
  /// Whether a file is certainly there.
  fileprivate var isFile: Bool {
    switch self {
    case .file, .opaqueFile: true
    case .folder, .absent, .unknown: false
    }
  }
}
