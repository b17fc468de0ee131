import Machine
import SourceText

extension ShellRun {
  /// `python -m pip …`, `python -m venv …`; any other script may do anything.
  mutating func runPython(_ line: CommandLine) -> CommandOutcome {
    let words = line.arguments
    if let first = words.first, ["--version", "-V", "-VV"].contains(first) { return .unknown }
    if words.first == "-m", words.count > 1 {
      let rest = Array(words.dropFirst(2))
      switch words[1] {
      case "pip": return runPip(rest, program: line.words[0], line)
      case "venv", "virtualenv": return makeVirtualEnvironment(rest, program: line.words[0])
      case "compileall", "py_compile":
        // `-b` puts compiled modules beside their sources.
        for operand in rest where !operand.hasPrefix("-") { doubtFolder(state.path(operand)) }
        return .unknown
      case "ensurepip", "site": return .unknown
      default: break
      }
    }
    if words.first == "-c", words.count > 1, !words[1].contains("open("), !words[1].contains("os.")
    {
      return .unknown
    }
    if words.contains("setup.py") || words.first?.hasSuffix("setup.py") == true {
      doubtPythonPackages()
      doubtFolder(state.folder)
      return .unknown
    }
    doubtEverything(because: line.name, naming: words)
    return .unknown
  }

  mutating func runPip(
    _ arguments: [String], program: String, _ line: CommandLine
  ) -> CommandOutcome {
    let options = CommandOptions(arguments, taking: Self.pipValues)
    guard let command = options.operands.first else { return .unknown }
    if command == "uninstall" {
      doubtPythonPackages()
      return .unknown
    }
    guard command == "install" else { return .unknown }
    if !options.has("no-cache-dir") {
      image.tree.doubt((state.variables["HOME"] ?? "/root") + "/.cache/pip")
    }
    if let target = options.value("t", "target", "prefix", "root") {
      if let path = known(target) {
        image.tree.makeFolder(path, like: newNode(.folder, mode: 0o755))
        doubtFolder(path)
      }
      return .unknown
    }
    guard let python = python(running: program) else {
      doubtPythonPackages()
      return .unknown
    }
    let isAllowed =
      options.has("break-system-packages") || options.has("dry-run")
      || state.variables["PIP_BREAK_SYSTEM_PACKAGES"] != nil
    if python.isExternallyManaged, !isAllowed, state.isEnvironmentComplete {
      guard !hasMarkerRemoved(python) else { return install(options, into: python) }
      if line.mustSucceed { report(.externallyManaged(python: python.program)) }
      return .fails
    }
    return install(options, into: python)
  }

  private static let pipValues: Set<String> = [
    "r", "requirement", "c", "constraint", "e", "editable", "t", "target", "prefix", "root", "i",
    "index-url", "extra-index-url", "f", "find-links", "trusted-host", "timeout", "default-timeout",
    "retries", "proxy", "cache-dir", "src", "platform", "python-version", "no-binary",
    "only-binary",
    "global-option", "install-option", "config-settings", "log", "cert", "progress-bar",
    "upgrade-strategy",
  ]

  /// Whether somebody removed the file that makes pip refuse.
  private func hasMarkerRemoved(_ python: PythonInstallation) -> Bool {
    let marker = "/usr/lib/python\(python.version)/EXTERNALLY-MANAGED"
    return image.node(at: marker, followingLast: false).presence == .absent
  }

  private mutating func install(
    _ options: CommandOptions, into python: PythonInstallation
  ) -> CommandOutcome {
    var installer = PythonInstaller(python: python, node: newNode(.file, mode: 0o755), span: span)
    for specification in options.operands.dropFirst() {
      installer.install(specification, into: &image)
    }
    for file in (options.values["r"] ?? []) + (options.values["requirement"] ?? []) {
      let path = state.path(file)
      if case .absent = image.node(at: path), !Unknown.isIn(path) {
        report(.missingFile(command: "pip", path: path))
      }
      installer.installAll(listedIn: path, image: &image)
    }
    for folder in (options.values["e"] ?? []) + (options.values["editable"] ?? []) {
      installer.install(folder, into: &image)
    }
    return .unknown
  }

  /// Makes the folder of `python -m venv`, and the Python in it.
  mutating func makeVirtualEnvironment(
    _ arguments: [String], program: String?
  ) -> CommandOutcome {
    let options = CommandOptions(arguments, taking: ["p", "python", "prompt"])
    for operand in options.operands {
      guard let path = known(operand) else { continue }
      let base = options.value("p", "python") ?? program
      let python = base.flatMap { self.python(running: $0) } ?? image.pythons.first
      image.tree.makeFolder(path, like: newNode(.folder, mode: 0o755))
      doubtFolder(path)
      image.tree.makeFolder(path + "/bin", like: newNode(.folder, mode: 0o755))
      doubtFolder(path + "/bin")
      for name in ["pip", "pip3", "activate"] where !options.has("without-pip") {
        let mode = name == "activate" ? 0o644 : 0o755
        image.tree.place(newNode(.file, mode: mode), at: "\(path)/bin/\(name)")
      }
      if let python {
        addVirtualEnvironment(path, of: python)
      } else {
        for name in ["python", "python3"] {
          image.tree.place(
            newNode(.link(target: "/usr/bin/python3"), mode: 0o777), at: "\(path)/bin/\(name)")
        }
      }
    }
    return .unknown
  }

  private mutating func addVirtualEnvironment(_ path: String, of base: PythonInstallation) {
    image.tree.place(newNode(.link(target: base.program), mode: 0o777), at: path + "/bin/python3")
    image.tree.place(newNode(.link(target: "python3"), mode: 0o777), at: path + "/bin/python")
    let site = "\(path)/lib/python\(base.version)/site-packages"
    image.tree.makeFolder(site, like: newNode(.folder, mode: 0o755))
    doubtFolder(site)
    var python = PythonInstallation(
      program: path + "/bin/python", version: base.version, sitePackages: site,
      programFolder: path + "/bin", modulePath: [site])
    python.isVirtualEnvironment = true
    image.tree.knownAbsent.formUnion(PythonIndex.paths(in: python))
    image.pythons.removeAll { $0.program == python.program }
    image.pythons.append(python)
  }

  /// Says that packages which are not known were put into the Pythons, or taken out.
  mutating func doubtPythonPackages() {
    let pythons = image.pythons
    for python in pythons {
      PythonInstaller(python: python, node: newNode(.file, mode: 0o755), span: span)
        .doubt(&image, because: nil)
    }
    if pythons.isEmpty {
      doubtFolder("/usr/local")
      doubtFolder("/usr/lib")
      image.tree.open(below: "/usr/bin") { _ in false }
    }
  }

  /// The Python that a program such as `pip3` or `/venv/bin/python` belongs to.
  private func python(running program: String) -> PythonInstallation? {
    if program.contains("/") {
      let folder = state.path(program)[...].dropLastName
      return image.pythons.last { $0.program[...].dropLastName == folder }
    }
    let version = program.drop { !$0.isNumber }
    for folder in (state.variables["PATH"] ?? "").split(separator: ":") {
      let found = image.pythons.last { python in
        python.program[...].dropLastName == folder
          && (version.count < 2 || python.version == version)
      }
      if let found { return found }
    }
    return nil
  }
}
