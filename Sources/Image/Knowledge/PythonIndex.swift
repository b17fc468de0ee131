/// What packages of the Python Package Index bring.
struct PythonIndex: Sendable {
  private static let file = KnowledgeLibrary.file("pypi")

  /// A described package.
  struct Entry {
    var modules: [String] = []
    var files: [String] = []
    var scripts: [String] = []
    var requirements: [String] = []

    /// Whether it needs packages that are not described.
    var needsMore = false

    /// Whether a new Python may have it already.
    var isPreset = false

    /// Where it goes in a Python.
    func paths(in python: PythonInstallation) -> [String] {
      (modules + files).map { python.sitePackages + "/" + $0 }
        + scripts.map { python.programFolder + "/" + $0 }
    }
  }

  static func entry(_ name: String) -> Entry? {
    file?.statements(of: "package", named: name).map(entry)
  }

  /// Every path that a described package would have in a Python, once somebody installs it.
  static func paths(in python: PythonInstallation) -> [String] {
    (file?.sections ?? []).map { entry($0.statements) }.filter { !$0.isPreset }
      .flatMap { $0.paths(in: python) }
  }

  /// The folder of every described module, below each of these.
  static func modules(in folders: [String]) -> [String] {
    let names = (file?.sections ?? []).map { entry($0.statements) }.filter { !$0.isPreset }
      .flatMap(\.modules)
    return folders.flatMap { folder in names.map { "\(folder)/\($0)" } }
  }

  private static func entry(_ statements: [Statement]) -> Entry {
    var entry = Entry()
    for statement in statements {
      let words = statement.words.map(String.init)
      switch statement.verb {
      case "module": entry.modules += words
      case "file": entry.files += words
      case "script": entry.scripts += words
      case "requires": entry.requirements += words
      case "more": entry.needsMore = true
      case "preset": entry.isPreset = true
      default: break
      }
    }
    return entry
  }
}
