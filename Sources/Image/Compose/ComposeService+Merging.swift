import Dockerfile

extension ComposeService {
  /// The service with what another one says beside or instead, as compose merges two files.
  ///
  /// Values are replaced, lists grow; a mount takes the place of one at the same path.
  package func changed(by other: ComposeService) -> ComposeService {
    var merged = self
    merged.build = other.build ?? build
    merged.image = other.image ?? image
    merged.command = other.command ?? command
    merged.entrypoint = other.entrypoint ?? entrypoint
    merged.user = other.user ?? user
    merged.workingDirectory = other.workingDirectory ?? workingDirectory
    merged.containerName = other.containerName ?? containerName
    merged.hostName = other.hostName ?? hostName
    merged.networkMode = other.networkMode ?? networkMode
    merged.healthcheck = other.healthcheck ?? healthcheck
    merged.environment =
      environment.filter { variable in
        !other.environment.contains { $0.name == variable.name }
      } + other.environment
    merged.mounts =
      mounts.filter { mount in !other.mounts.contains { $0.target == mount.target } }
      + other.mounts
    merged.addLists(of: other)
    return merged
  }

  private mutating func addLists(of other: ComposeService) {
    environmentFiles += other.environmentFiles
    ports += other.ports
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
    service.build?.context = (build?.context).map(moved) ?? ExpandedWord(folder)
    service.environmentFiles = environmentFiles.map(moved)
    service.mounts = mounts.map { mount in
      guard case .folder(let path) = mount.source, path.hasPrefix(".") else { return mount }
      return Mount(
        source: .folder("\(folder)/\(path)"), target: mount.target,
        isReadOnly: mount.isReadOnly, span: mount.span)
    }
    return service
  }
}
