import Dockerfile

extension ComposeService {
  /// The service with what another one says beside or instead, as compose merges two files.
  ///
  /// Values are replaced, lists grow; a mount takes the place of one at the same path.
  package func changed(by other: ComposeService) -> ComposeService {
    var merged = self
    for key in other.replacedKeys { merged.forget(key) }
    merged.build = merged.build?.changed(by: other.build) ?? other.build
    merged.image = other.image ?? merged.image
    merged.command = other.command ?? merged.command
    merged.entrypoint = other.entrypoint ?? merged.entrypoint
    merged.user = other.user ?? merged.user
    merged.workingDirectory = other.workingDirectory ?? merged.workingDirectory
    merged.containerName = other.containerName ?? merged.containerName
    merged.hostName = other.hostName ?? merged.hostName
    merged.networkMode = other.networkMode ?? merged.networkMode
    merged.healthcheck = other.healthcheck ?? merged.healthcheck
    merged.environment = merged.environment.changed(by: other.environment)
    merged.mounts =
      merged.mounts.filter { mount in !other.mounts.contains { $0.target == mount.target } }
      + other.mounts
    merged.addLists(of: other)
    return merged
  }

  /// Forgets what a file takes back with `!reset`, or gives anew with `!override`.
  private mutating func forget(_ key: String) {
    switch key {
    case "build": build = nil
    case "image": image = nil
    case "command": command = nil
    case "entrypoint": entrypoint = nil
    case "user": user = nil
    case "working_dir": workingDirectory = nil
    case "environment": environment = []
    case "env_file": environmentFiles = []
    case "volumes", "tmpfs": mounts = []
    case "ports": ports = []
    case "expose": exposed = []
    case "networks": networks = ["default"]
    case "depends_on": dependencies = []
    case "profiles": profiles = []
    case "healthcheck": healthcheck = nil
    default: break
    }
  }

  private mutating func addLists(of other: ComposeService) {
    environmentFiles += other.environmentFiles
    ports += other.ports.filter { port in !ports.contains { $0.isLike(port) } }
    exposed += other.exposed
    aliases += other.aliases
    links += other.links
    outsideHosts += other.outsideHosts
    mountsOf += other.mountsOf
    dependencies += other.dependencies
    profiles += other.profiles
    if networks == ["default"] {
      networks = other.networks
    } else if other.networks != ["default"] {
      networks.formUnion(other.networks)
    }
  }

  /// The service of a file in another folder, with its paths as they are from the project's folder.
  package func moved(to folder: String) -> ComposeService {
    guard !folder.isEmpty else { return self }
    func moved(_ word: ExpandedWord) -> ExpandedWord {
      guard !word.text.hasPrefix("/"), !word.text.contains("://") else { return word }
      return ExpandedWord("\(folder)/\(word.text)", span: word.span, isCertain: word.isCertain)
    }
    var service = self
    if let build { service.build?.context = moved(build.context ?? ExpandedWord(".")) }
    service.environmentFiles = environmentFiles.map(moved)
    service.mounts = mounts.map { mount in
      guard case .folder(let path) = mount.source, !path.hasPrefix("/"), !path.hasPrefix("~") else {
        return mount
      }
      return Mount(
        source: .folder("\(folder)/\(path)"), target: mount.target,
        isReadOnly: mount.isReadOnly, span: mount.span)
    }
    return service
  }
}

extension ComposeService.Build {
  fileprivate func changed(by other: Self?) -> Self {
    guard let other else { return self }
    var merged = self
    merged.context = other.context ?? context
    merged.dockerfile = other.dockerfile ?? dockerfile
    merged.inlineDockerfile = other.inlineDockerfile ?? inlineDockerfile
    merged.target = other.target ?? target
    merged.arguments = arguments.changed(by: other.arguments)
    return merged
  }
}

extension ComposeService.Port {
  fileprivate func isLike(_ other: Self) -> Bool {
    published == other.published && target == other.target && transport == other.transport
  }
}

extension [BuildVariable] {
  fileprivate func changed(by others: [BuildVariable]) -> [BuildVariable] {
    filter { variable in !others.contains { $0.name == variable.name } } + others
  }
}
