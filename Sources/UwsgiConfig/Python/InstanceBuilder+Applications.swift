import Machine
import SourceText

extension InstanceBuilder {
  /// The applications in the order in which the Python plugin loads them.
  mutating func applications(_ folder: UwsgiFolder) -> [UwsgiApplication] {
    guard plugins.presence(of: "python") != .absent else { return [] }
    let path = pythonPath(folder)
    var applications: [UwsgiApplication] = []
    if let module = options.last("module", "wsgi") {
      applications.append(self.module(module.option, isCertain: module.isCertain, path))
    }
    if let file = options.last("wsgi-file", "file"), let next = mayLoadNext(applications) {
      applications.append(
        self.file(file.option, isCertain: file.isCertain && next, path, folder))
    }
    for option in options.all("mount") {
      if let application = mount(option, path, folder) { applications.append(application) }
    }
    reportFailures(applications)
    return applications
  }

  /// Whether one more application without a mount point is loaded: nil where one has taken it, false
  /// where that is not known.
  private func mayLoadNext(_ earlier: [UwsgiApplication]) -> Bool? {
    switch earlier.last?.outcome {
    case .found: nil
    case .unknown: false
    case .missing, .callableMissing, .failing, nil: true
    }
  }

  /// `.` comes after all of `pythonpath`, of which the last one given is searched first.
  private func pythonPath(_ folder: UwsgiFolder) -> PythonPath {
    let given = options.all("pythonpath", "python-path", "pp").flatMap { option in
      option.condition == nil ? folders(option.value?.string, working: folder.working) : [nil]
    }
    let inherited = (environment.values["PYTHONPATH"] ?? "").split(separator: ":")
      .map { absolute(String($0), in: folder.working) }
    let home = options.text("home", "virtualenv", "venv", "pyhome")
    let homeFolder = home.map { setting in
      setting.value.flatMap { absolute($0, in: folder.working) }
    }
    return PythonPath(
      tree: tree, folders: given.reversed() + [folder.working] + inherited,
      working: folder.working, packageFolders: packageFolders(home: homeFolder),
      isWholePath: isOwnPython)
  }

  /// Whether the program stands beside the image's own Python, not in an environment of its own.
  private var isOwnPython: Bool {
    let folders = ["/usr/bin", "/usr/sbin", "/usr/local/bin"]
    return machine.executablePath.map { folders.contains(FilePath.folder(of: $0)) } ?? false
  }

  /// The folders of a pattern, which is expanded in the folder of the start but counts from `chdir`.
  private func folders(_ pattern: String?, working: String?) -> [String?] {
    guard let pattern else { return [nil] }
    guard pattern.contains(where: { "*?[".contains($0) }) else {
      return [absolute(pattern, in: working)]
    }
    guard let start = startFolder, let absolutePattern = absolute(pattern, in: start) else {
      return [nil]
    }
    let matches = tree.glob(absolutePattern)
    guard matches.isComplete else { return [nil] }
    let prefix = pattern.hasPrefix("/") ? 0 : start.count + (start.hasSuffix("/") ? 0 : 1)
    return matches.paths.map { absolute(String($0.dropFirst(prefix)), in: working) }
  }

  private func packageFolders(home: String??) -> [String] {
    var roots = ["/usr/lib", "/usr/lib64", "/usr/local/lib"]
    if case .some(.some(let home)) = home { roots.append(home + "/lib") }
    let versions = roots.flatMap { root in
      tree.entries(ofFolder: root).names.filter { $0.hasPrefix("python3.") }
        .map { "\(root)/\($0)" }
    }
    return ["/usr/lib/python3/dist-packages"] + versions
      + versions.flatMap { ["\($0)/dist-packages", "\($0)/site-packages"] }
  }

  private mutating func module(
    _ option: AppliedOption, isCertain: Bool, _ path: PythonPath, mountPoint: String = "",
    target given: String? = nil
  ) -> UwsgiApplication {
    let written = given ?? (option.value ?? UwsgiText()).description
    let parts = written.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    let own = parts.count > 1 ? String(parts[1]) : nil
    let (callable, span) = callable(own, option)
    let search = isCertain && option.value?.isKnown == true ? path.module(name) : .unknown
    return UwsgiApplication(
      option: option.name, mountPoint: mountPoint, target: name, callable: callable ?? "…",
      callableSpan: span, span: option.valueSpan,
      outcome: outcome(search, callable, path, isModule: true))
  }

  private mutating func file(
    _ option: AppliedOption, isCertain: Bool, _ path: PythonPath, _ folder: UwsgiFolder,
    mountPoint: String = "",
    target given: String? = nil
  ) -> UwsgiApplication {
    let written = given ?? (option.value ?? UwsgiText()).description
    let (callable, span) = callable(nil, option)
    var search = PythonPath.Search.unknown
    if isCertain, option.value?.isKnown == true, let file = absolute(written, in: folder.working) {
      switch tree.lookup(file) {
      case .file, .opaqueFile: search = .file(path: file)
      case .folder: search = .file(path: file + "/__init__.py")
      case .absent: search = .missing(searched: [FilePath.folder(of: file)])
      case .unknown: search = .unknown
      }
    }
    return UwsgiApplication(
      option: option.name, mountPoint: mountPoint, target: written, callable: callable ?? "…",
      callableSpan: span, span: option.valueSpan,
      outcome: outcome(search, callable, path, isModule: false))
  }

  /// `mount = /x=app.py` is a file, `/x=module:name` a module; anything else loads nothing.
  private mutating func mount(
    _ option: AppliedOption, _ path: PythonPath, _ folder: UwsgiFolder
  ) -> UwsgiApplication? {
    let value = option.value ?? UwsgiText()
    guard value.isKnown, option.condition == nil else { return nil }
    guard let sides = value.split(atFirst: UInt16(ascii: "=")) else {
      report(.malformedMountPoint(value.description), at: option.valueSpan, .refuses)
      return nil
    }
    let point = sides.head.description
    let target = sides.tail.description
    if target.hasSuffix(".py") || target.hasSuffix(".wsgi") {
      return file(option, isCertain: true, path, folder, mountPoint: point, target: target)
    }
    guard target.contains(":") else { return nil }
    return module(option, isCertain: true, path, mountPoint: point, target: target)
  }

  /// The name of the application; nil where it is not known.
  private func callable(
    _ own: String?, _ option: AppliedOption
  ) -> (name: String?, span: SourceSpan) {
    if let own { return (own, option.valueSpan) }
    guard let setting = options.text("callable") else { return ("application", option.valueSpan) }
    return (setting.value, setting.span)
  }

  private mutating func outcome(
    _ search: PythonPath.Search, _ callable: String?, _ modulePath: PythonPath, isModule: Bool
  ) -> UwsgiApplication.Outcome {
    switch search {
    case .unknown: return .unknown
    case .missing(let searched): return .missing(searched: searched)
    case .file(let path):
      guard case .file(let bytes, _) = tree.lookup(path) else { return .unknown }
      if let failure = failure(ofFileAt: path, modulePath, isModule: isModule) {
        return .failing(path: path, failure: failure)
      }
      guard let callable else { return .unknown }
      let names = PythonNames(bytes)
      // `make()` is called for the application.
      let name = callable.hasSuffix("()") ? String(callable.dropLast(2)) : callable
      if names.contains(name) { return .found(path: path) }
      // A dictionary of this name holds applications of its own.
      let isDecided = names.lacks(name) && names.lacks("applications")
      guard isDecided, !callable.contains("("), !isSubmodule(name, ofPackage: path) else {
        return .unknown
      }
      return .callableMissing(path: path, names: names.names)
    }
  }

  /// Whether a package has a module of that name: once imported, it is a name of the package.
  private func isSubmodule(_ name: String, ofPackage path: String) -> Bool {
    guard FilePath.name(of: path) == "__init__.py" else { return false }
    let names = tree.entries(ofFolder: FilePath.folder(of: path))
    return !names.isComplete || names.names.contains { $0 == name || $0.hasPrefix(name + ".") }
  }

  private mutating func failure(
    ofFileAt path: String, _ modulePath: PythonPath, isModule: Bool
  ) -> PythonFailure? {
    var search = PythonFailureSearch(tree: tree, path: modulePath, files: files)
    defer { files = search.files }
    return search.failure(ofFileAt: path, isModule: isModule)
  }

  private mutating func reportFailures(_ applications: [UwsgiApplication]) {
    let isNeeded = options.flag("need-app") == true
    for application in applications {
      let isFatalMount = application.option == "mount" && application.target.hasSuffix(".py")
      let consequence: SourceText.Consequence = isNeeded || isFatalMount ? .refuses : .warns
      switch application.outcome {
      case .found, .unknown: continue
      case .missing(let searched):
        let isFile = application.option.contains("file") || isFatalMount
        report(
          isFile
            ? .applicationFileMissing(path: application.target, isNeeded: isNeeded)
            : .moduleMissing(name: application.target, searched: searched, isNeeded: isNeeded),
          at: application.span, consequence)
      case .failing(_, let failure):
        report(.moduleFails(failure.message), at: failure.span, consequence)
      case .callableMissing(let path, let names):
        report(
          .callableMissing(
            name: application.callable, path: path, present: names, isNeeded: isNeeded),
          at: application.callableSpan, consequence)
      }
    }
  }
}
