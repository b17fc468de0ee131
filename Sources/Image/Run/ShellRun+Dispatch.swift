import Machine

extension ShellRun {
  /// Does what a program does, where that is known.
  mutating func perform(_ line: CommandLine) -> CommandOutcome {
    if line.isPath, let outcome = runScript(at: line.words[0], line) { return outcome }
    switch line.name {
    case "cd", "pushd": return changeFolder(line)
    case "popd": return returnToFolder()
    case "true", ":": return succeed(printing: [])
    case "false": return .fails
    case "echo", "printf": return printText(line)
    case "test", "[": return test(line)
    case "set": return setOptions(line)
    case "export", "local", "declare", "typeset", "readonly": return export(line)
    case "unset": return unset(line)
    case "umask": return setMask(line)
    case "exit", "return", "break", "continue": return end(line)
    case "shift": return shift(line)
    case "trap":
      // What it keeps for the end may be anything.
      if line.arguments.count > 1, line.arguments[0] != "-", line.arguments[0] != "" {
        doubtEverything(because: "trap")
      }
      return .succeeds
    case ".", "source": return source(line)
    case "sh", "bash", "ash", "dash": return runShell(line)
    case "sudo", "exec", "command", "nohup", "time", "nice", "busybox", "eatmydata":
      return runPrefixed(line)
    case "env": return runInEnvironment(line)
    case "su", "gosu", "su-exec", "runuser", "setpriv": return runAsUser(line)
    case "mkdir", "touch", "rm", "rmdir", "unlink", "ln", "cp", "mv", "install", "truncate":
      return performOnFiles(line)
    case "chown", "chgrp", "chmod": return changeAttributes(line)
    case "cat", "tee", "sed", "envsubst", "envsubst_defined", "find", "xargs", "dd":
      return performOnText(line)
    case "curl", "wget", "tar", "unzip", "git", "gunzip", "unxz", "bunzip2": return fetch(line)
    case "useradd", "adduser", "groupadd", "addgroup", "usermod", "groupmod", "userdel", "deluser",
      "groupdel", "delgroup", "gpasswd":
      return changeAccounts(line)
    case "apt-get", "apt", "aptitude", "apk", "dnf", "yum", "microdnf", "zypper", "dpkg":
      return managePackages(line)
    default:
      return performOther(line)
    }
  }

  private mutating func performOther(_ line: CommandLine) -> CommandOutcome {
    if line.name.isPython { return runPython(line) }
    if line.name.isPip { return runPip(line.arguments, program: line.words[0], line) }
    if line.name == "virtualenv" || line.name == "pyvenv" {
      return makeVirtualEnvironment(line.arguments, program: nil)
    }
    switch CommandEffect.of(line.name) {
    case .reads: return .unknown
    case .here:
      if line.arguments.contains("install"), line.name == "make" { break }
      if line.arguments.contains(where: { ["-g", "--global", "--prefix"].contains($0) }) { break }
      doubtFolder(state.folder)
      doubtFolder("/tmp")
      doubtFolder(state.variables["HOME"] ?? "/root")
      return .unknown
    case .system:
      doubtSystemFolders()
      return .unknown
    case .runs:
      for folder in ["/run", "/tmp", "/var/cache", "/var/lib", "/var/log"] { doubtFolder(folder) }
      return .unknown
    case .python:
      doubtPythonPackages()
      return .unknown
    case nil: break
    }
    doubtEverything(because: line.name, naming: line.arguments)
    return .unknown
  }

  mutating func succeed(printing text: [UInt8]? = nil) -> CommandOutcome {
    output = text
    return .succeeds
  }

  /// Says that there may be more in a folder and in those below it.
  mutating func doubtFolder(_ path: String) {
    guard !Unknown.isIn(path), path != "/" else { return }
    image.tree.open(below: path) { _ in false }
    image.tree.forgetAbsences { !$0.hasPrefix(path + "/") }
  }

  mutating func doubtSystemFolders() {
    if let knowledge = image.knowledge {
      PackageInstaller(knowledge: knowledge, span: span).doubtFiles(of: &image)
    } else {
      for folder in PackageInstaller.systemFolders { image.tree.open(below: folder) { _ in false } }
    }
  }

  // MARK: - Other commands in the same script

  private mutating func runPrefixed(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(
      line.arguments, taking: ["u", "g", "n", "user", "group"], isOrdered: true)
    guard !options.operands.isEmpty else { return .succeeds }
    guard !options.has("v", "V") else { return test(program: options.operands[0]) }
    let outcome = run(options.operands, line.expectation)
    if line.name == "exec" { state.cut = Cut(level: .script, hasFailed: outcome == .fails) }
    return outcome
  }

  private func test(program: String) -> CommandOutcome {
    .unknown
  }

  private mutating func runInEnvironment(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(line.arguments, taking: ["u", "C"], isOrdered: true)
    let words = options.operands.drop { $0.contains("=") }
    return words.isEmpty ? .succeeds : run(Array(words), line.expectation)
  }

  private mutating func runAsUser(_ line: CommandLine) -> CommandOutcome {
    let isSwitch = line.name == "su" || line.name == "runuser"
    let options = CommandOptions(
      line.arguments, taking: ["c", "command", "s", "shell", "u", "user"], isOrdered: !isSwitch)
    let outer = state
    defer { state = outer }
    let named = options.value("u", "user") ?? options.operands.first ?? ""
    let owner = image.accounts.owner(of: named)
    (state.owner, state.group) = (owner.user, owner.group)
    if let script = options.value("c", "command") { return runText(script, line) }
    let words = Array(options.operands.dropFirst())
    return words.isEmpty ? .succeeds : run(words, line.expectation)
  }
}

extension String {
  var isPython: Bool {
    hasPrefix("python") && dropFirst(6).allSatisfy { $0.isNumber || $0 == "." }
  }

  var isPip: Bool {
    hasPrefix("pip") && dropFirst(3).allSatisfy { $0.isNumber || $0 == "." }
  }
}
