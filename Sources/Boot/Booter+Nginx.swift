internal import Image
internal import Machine
internal import NginxConfig
internal import SourceText

extension Booter {
  mutating func runNginx(_ start: Start, _ executable: Executable) -> Int? {
    let commandLine = NginxCommandLine(start.invocation.arguments.dropFirst())
    guard !commandLine.endsAtOnce else {
      let id = add(start, executable, as: .other)
      boot.processes[id].stays = false
      return id
    }
    let installation = container.nginxInstallation
    let prefix = commandLine.prefix ?? installation.prefix
    let setup = NginxSetup(
      mainFile: mainFile(commandLine, installation, prefix: prefix), prefix: prefix,
      globalDirectives: commandLine.globalDirectives, build: container.nginxBuild,
      accounts: container.accounts)
    let configuration = load(setup, container.files)
    let id = add(start, executable, as: .nginx)
    boot.processes[id].configuration = .nginx([configuration], installation)
    boot.processes[id].starts = starts(configuration)
    boot.processes[id].stays = stays(configuration)
    return id
  }

  /// Opens the existential: the loader is made for one kind of tree, for its speed.
  mutating func load(_ setup: NginxSetup, _ files: some FileTree) -> NginxConfiguration {
    NginxLoader.load(setup, files: files, sources: &sources)
  }

  /// `-c` is relative to the prefix; the built-in path is used only where neither is given.
  private func mainFile(
    _ commandLine: NginxCommandLine, _ installation: NginxInstallation, prefix: String
  ) -> String {
    guard let file = commandLine.mainFile else { return installation.mainFile }
    return file.hasPrefix("/") ? file : "\(prefix)/\(file)"
  }

  private func starts(_ configuration: NginxConfiguration) -> Bool? {
    if configuration.firstRefusal != nil { return false }
    return configuration.isComplete ? true : nil
  }

  /// `daemon on` is the default: the process that was started ends at once with status 0.
  private func stays(_ configuration: NginxConfiguration) -> Bool? {
    let daemon = configuration.children.first { $0.name == "daemon" }
    if let value = daemon?.values.first { return value.lowercased() == "off" }
    return configuration.isComplete ? false : nil
  }
}

extension Container {
  /// The nginx that is installed, as far as its package tells.
  package var nginxInstallation: NginxInstallation {
    if nginxPackage != nil { return .nginxOrg }
    return switch distribution {
    case "debian", "ubuntu": .debian
    case "alpine": .alpine
    case "fedora", "rhel", "centos", "rocky", "almalinux": .fedora
    case "nginx": .nginxOrg
    default: .unknown
    }
  }

  /// The version and modules of that nginx, where its package is one that is known wholly.
  var nginxBuild: NginxBuild {
    if nginxPackage != nil { return .official(nginxVersion.flatMap(NginxVersion.init(exactly:))) }
    return switch (distribution, release) {
    case ("debian", "12"): .debian12
    default: .unknown
    }
  }
}

extension NginxVersion {
  /// A version that is written in full: `1.25` may be the last of its series, which has more than the first.
  fileprivate init?(exactly version: Version) {
    guard version.parts.count == 3 else { return nil }
    self.init(version.text)
  }
}
