package import Dockerfile
internal import FoundationEssentials
package import Image
internal import Machine
package import SourceText

/// The services of a compose file, as compose sees them once all files are read.
package struct ComposeProject: Sendable {
  package let folder: ProjectFolder

  /// The name of the file in its folder.
  let name: String

  /// Those that run.
  package private(set) var services: [ComposeService] = []

  /// The names of those that wait for a profile that is not asked for, in lower case.
  private(set) var sleepingServices: Set<String> = []

  /// What compose does not take.
  package private(set) var problems: [ComposeProblem]
  private let file: ComposeFile?

  /// Those of its `.env`.
  private let variables: [String: String]

  /// The files that compose looks for, in its order, and those that change them.
  static let names = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"]
  private static let overrideNames = [
    "compose.override.yml", "compose.override.yaml", "docker-compose.override.yml",
    "docker-compose.override.yaml",
  ]

  /// Reads a compose file and all that it takes in.
  ///
  /// - Throws: `UnreadableInput` where it cannot be read.
  package init(
    _ name: String, in folder: ProjectFolder, profiles: Set<String> = [],
    sources: inout SourceFiles
  ) throws {
    self.folder = folder
    self.name = name
    var loader = ComposeLoader(folder, sources: sources)
    variables = loader.variables(of: ".env")
    let paths = Self.files(name, in: folder, variables)
    file = loader.project(paths, in: "", variables)
    problems = loader.problems
    sources = loader.sources
    guard let file else {
      let path = folder.path == "." ? name : "\(folder.path)/\(name)"
      throw UnreadableInput(path: path, reason: "the file cannot be read")
    }
    let asked = profiles.union(Self.list(variables["COMPOSE_PROFILES"], separator: ","))
    services = file.services.filter { $0.runs(asked) }
    sleepingServices = Set(
      file.services.filter { !$0.runs(asked) }.map { $0.name.text.lowercased() })
    for index in services.indices {
      for name in services[index].mountsOf {
        let isReadOnly = name.hasSuffix(":ro")
        services[index].takeMounts(
          of: file[String(name.prefix { $0 != ":" })], readOnly: isReadOnly)
      }
    }
    check(file)
  }

  /// The file with the one that changes it, or those that the project's variables name instead.
  private static func files(
    _ name: String, in folder: ProjectFolder, _ variables: [String: String]
  ) -> [String] {
    guard name == names.first(where: { folder.bytes(at: $0) != nil }) else { return [name] }
    let separator = variables["COMPOSE_PATH_SEPARATOR"] ?? ":"
    let named = list(variables["COMPOSE_FILE"], separator: separator)
    if !named.isEmpty { return named }
    let override = overrideNames.first { folder.bytes(at: $0) != nil }
    return [name] + [override].compactMap(\.self)
  }

  private static func list(_ text: String?, separator: String) -> [String] {
    (text ?? "").split(separator: separator).map { part in
      String(part.drop { $0 == " " }.prefix { $0 != " " })
    }
  }

  /// The variables that the files of a service give it, a later file's instead of an earlier one's.
  package func variablesOfFiles(_ service: ComposeService) -> [BuildVariable] {
    var found: [BuildVariable] = []
    for word in service.environmentFiles where word.isCertain {
      let file = EnvironmentFile(folder.bytes(at: word.text) ?? [], variables: variables)
      for variable in file.variables {
        found.removeAll { $0.name == variable.name }
        let value = ExpandedWord(variable.value, span: word.span, isCertain: variable.isCertain)
        found.append(BuildVariable(variable.name, value))
      }
    }
    return found
  }

  // MARK: - What names nothing

  private mutating func check(_ file: ComposeFile) {
    for service in services {
      let name = service.name.text
      if service.image == nil, service.build == nil, service.base == nil {
        report("service \"\(name)\" has neither an image nor a build context", service.span)
      }
      // One that waits for its profile may be asked for.
      for other in service.dependencies where other.isCertain && file[other.text] == nil {
        report(
          "service \"\(name)\" depends on undefined service \"\(other.text)\"",
          other.span ?? service.span)
      }
      for network in service.networks.subtracting(file.networks).sorted()
      where network != "default" {
        report("service \"\(name)\" refers to undefined network \(network)", service.span)
      }
      for mount in service.mounts {
        guard case .volume(let volume?) = mount.source, !file.volumes.contains(volume) else {
          continue
        }
        report("service \"\(name)\" refers to undefined volume \(volume)", mount.span)
      }
    }
  }

  private mutating func report(_ reason: String, _ span: SourceSpan) {
    problems.append(ComposeProblem(reason: reason, span: span))
  }

  /// The Dockerfiles that services name and their build folders lack: `docker compose up` ends there.
  ///
  /// A build folder that is empty, or outside of the project, may be another repository's.
  var missingDockerfiles: [ComposeProblem] {
    services.compactMap { service in
      guard let build = service.build, build.inlineDockerfile == nil,
        build.context?.isCertain != false, build.dockerfile?.isCertain != false
      else { return nil }
      let context = build.context?.text ?? "."
      let name = build.dockerfile?.text ?? "Dockerfile"
      let path = ProjectFolder.plain("\(context)/\(name)")
      guard !context.hasPrefix("/"), !name.hasPrefix("/"), !path.hasPrefix(".."),
        folder.holdsAnything(at: context), !folder.has(path)
      else { return nil }
      let reason = "failed to read dockerfile: open \(name): no such file or directory"
      return ComposeProblem(reason: reason, span: build.dockerfile?.span ?? service.span)
    }
  }

  /// Whether only containers of this file are in the networks of a service.
  func tellsAllNames(to service: ComposeService) -> Bool {
    service.networkMode == nil && service.networks.isDisjoint(with: file?.outsideNetworks ?? [])
  }
}

extension ComposeService {
  fileprivate func runs(_ asked: Set<String>) -> Bool {
    profiles.isEmpty || asked.contains("*") || !asked.isDisjoint(with: profiles)
  }
}
