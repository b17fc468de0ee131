package import Dockerfile
package import SourceText

/// A service of a compose file: a container, and how it is started.
package struct ComposeService: Sendable {
  /// Where the image is built.
  package struct Build: Sendable {
    /// The build folder, relative to the compose file; nil for the file's own.
    package var context: ExpandedWord?
    package var dockerfile: ExpandedWord?

    /// The text of the Dockerfile, where it stands in the compose file.
    package var inlineDockerfile: ExpandedWord?
    package var target: ExpandedWord?
    package var arguments: [BuildVariable] = []
  }

  /// Something of the machine or of the engine that the container sees at a path.
  package struct Mount: Sendable {
    /// Where what is mounted lies.
    package enum Source: Hashable, Sendable {
      /// A path of the machine, relative to the compose file.
      case folder(String)

      /// A volume that the engine keeps; nil for one without a name.
      case volume(String?)
      case memory
    }

    package let source: Source
    package let target: String
    package let isReadOnly: Bool
    package let span: SourceSpan
  }

  /// A port of the container that the machine opens.
  package struct Port: Sendable {
    /// The port of the machine; nil where the engine chooses one, or where only services reach it.
    package let published: String?

    /// A number or a range.
    package let target: String
    package let transport: String
    package let span: SourceSpan
  }

  package var name: ExpandedWord
  package internal(set) var build: Build?
  package internal(set) var image: ExpandedWord?

  /// What stands in for `CMD`; nil where the image's stays.
  package internal(set) var command: ImageCommand?

  /// What stands in for `ENTRYPOINT`; nil where the image's stays.
  package internal(set) var entrypoint: ImageCommand?
  package internal(set) var user: ExpandedWord?
  package internal(set) var workingDirectory: ExpandedWord?
  package internal(set) var environment: [BuildVariable] = []

  /// Files with more variables.
  package internal(set) var environmentFiles: [ExpandedWord] = []
  package internal(set) var mounts: [Mount] = []
  package internal(set) var ports: [Port] = []

  /// The ports that only other services reach.
  package internal(set) var exposed: [ExpandedWord] = []

  /// The networks that it is part of; `default` where it names none.
  package internal(set) var networks: Set<String> = ["default"]

  /// Names that it has beside its own, in the networks.
  package internal(set) var aliases: [String] = []

  /// The name of its container, which is one in the networks as well.
  package internal(set) var containerName: ExpandedWord?

  /// The names that other services have for this one alone: `links` and `extra_hosts`.
  package internal(set) var links: [Link] = []

  /// A name of a service that only the one that links to it knows.
  package struct Link: Hashable, Sendable {
    package let service: String
    package let alias: String
  }

  /// Names that lead to machines of the network outside.
  package internal(set) var outsideHosts: [String] = []

  /// It runs only where one of its profiles is asked for; always where it has none.
  package internal(set) var profiles: [String] = []
  package internal(set) var healthcheck: Healthcheck?

  /// The services whose mounts it takes over.
  package internal(set) var mountsOf: [String] = []

  /// `host`, `none`, `service:x` and the like; nil where it has networks.
  package internal(set) var networkMode: ExpandedWord?
  package internal(set) var hostName: ExpandedWord?

  /// The services without which it is not started.
  package internal(set) var dependencies: [ExpandedWord] = []

  /// The service that it takes its values from.
  package internal(set) var base: Base?

  /// A service of this file, or of the one that is named.
  package struct Base: Sendable {
    package let file: ExpandedWord?
    package let service: ExpandedWord
  }

  /// The keys whose values of the file before it does not keep: `!reset` and `!override`.
  package internal(set) var replacedKeys: [String] = []

  package let span: SourceSpan
}

extension ComposeService {
  /// Whether two services have one network between them, with its loopback address.
  package func sharesLoopback(with other: ComposeService) -> Bool {
    if networkMode?.text == "service:\(other.name.text)" { return true }
    if other.networkMode?.text == "service:\(name.text)" { return true }
    guard let mode = networkMode?.text, mode == other.networkMode?.text else { return false }
    return mode == "host" || mode.hasPrefix("service:")
  }

  /// Whether two services can reach each other by their names.
  package func reaches(_ other: ComposeService) -> Bool {
    if sharesLoopback(with: other) { return true }
    guard networkMode == nil, other.networkMode == nil else { return false }
    return !networks.isDisjoint(with: other.networks)
  }

  /// The names by which another service can reach this one, in lower case.
  package func names(for other: ComposeService) -> Set<String> {
    let links = other.links.filter { $0.service == name.text }.map(\.alias)
    let own = [name.text] + aliases + [containerName?.text].compactMap(\.self) + links
    return Set(own.map { $0.lowercased() })
  }

  /// What both services see: the paths of the first and of the second where one thing is mounted.
  package func sharedMounts(with other: ComposeService) -> [(own: String, others: String)] {
    mounts.flatMap { mount in
      other.mounts.filter { $0.source == mount.source && mount.source.canBeShared }
        .map { (mount.target, $0.target) }
    }
  }

  /// Lets the service say how a container of its image starts.
  ///
  /// An entrypoint of the service takes away the image's `CMD`.
  package func override(_ configuration: inout ImageConfiguration) {
    if let entrypoint {
      configuration.entrypoint = entrypoint
      configuration.command = nil
    }
    if let command { configuration.command = command }
    if let user { configuration.user = user }
    if let workingDirectory { configuration.workingDirectory = workingDirectory }
    if let healthcheck { configuration.healthcheck = healthcheck }
    for variable in environment { configuration.setEnvironment(variable) }
  }

  /// Gives a variable a value, where it has none.
  package mutating func setEnvironmentUnlessSet(_ variable: BuildVariable) {
    guard !environment.contains(where: { $0.name == variable.name }) else { return }
    environment.append(variable)
  }

  /// Adds the mounts of another service, where its own have not taken the places.
  package mutating func takeMounts(of other: ComposeService?, readOnly: Bool) {
    let own = Set(mounts.map(\.target))
    mounts += (other?.mounts ?? []).filter { !own.contains($0.target) }
      .map { mount in
        Mount(
          source: mount.source, target: mount.target, isReadOnly: mount.isReadOnly || readOnly,
          span: mount.span)
      }
  }

  /// Whether the image's own command is not what starts.
  package var replacesCommand: Bool {
    command != nil || entrypoint != nil
  }
}

extension ComposeService.Mount.Source {
  fileprivate var canBeShared: Bool {
    switch self {
    case .folder: true
    case .volume(let name): name != nil
    case .memory: false
    }
  }
}
