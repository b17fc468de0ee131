internal import Dockerfile
internal import FoundationEssentials
package import Image
internal import Machine
package import SourceText

/// The services of a compose file, as compose sees them once all files are read.
struct ComposeProject {
  let folder: ProjectFolder

  /// The name of the file in its folder.
  let name: String
  private(set) var services: [ComposeService] = []
  private(set) var file: ComposeFile

  /// How many services may take their values from one another.
  private static let extensionLimit = 20

  /// The files that compose looks for, in its order, and those that change them.
  static let names = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"]
  private static let overrideNames = [
    "compose.override.yaml", "compose.override.yml", "docker-compose.override.yml",
    "docker-compose.override.yaml",
  ]

  /// Reads a compose file and the one that changes it.
  ///
  /// - Throws: `UnreadableInput` where there is none, or none that compose takes.
  init(
    _ name: String, in folder: ProjectFolder, sources: inout SourceFiles
  ) throws {
    self.folder = folder
    self.name = name
    let variables = folder.bytes(at: ".env").map { EnvironmentFile($0).values } ?? [:]
    let read = { (name: String, isOverride: Bool, sources: inout SourceFiles) throws in
      try Self.file(name, isOverride, in: folder, variables, &sources)
    }
    file = try read(name, false, &sources)
    services = file.services
    if Self.names.contains(name),
      let other = Self.overrideNames.first(where: { folder.bytes(at: $0) != nil })
    {
      change(by: try read(other, true, &sources))
    }
    services = try services.map { service in
      try extended(service, within: services, limit: Self.extensionLimit) { name in
        try read(name, true, &sources)
      }
    }
    takeMountsOver()
  }

  private static func file(
    _ name: String, _ isOverride: Bool, in folder: ProjectFolder, _ variables: [String: String],
    _ sources: inout SourceFiles
  ) throws -> ComposeFile {
    let path = folder.path == "." ? name : "\(folder.path)/\(name)"
    guard let bytes = folder.bytes(at: name) else {
      throw UnreadableInput(path: path, reason: "the file cannot be read")
    }
    let source = sources.add(path: path, origin: ProjectFolder.plain(name), bytes: bytes)
    let file = ComposeFile(source, variables: variables, isOverride: isOverride)
    if let problem = file.problems.first {
      throw UnreadableInput(path: path, reason: problem.message)
    }
    return file
  }

  private mutating func change(by other: ComposeFile) {
    for service in other.services {
      let index = services.firstIndex { $0.name.text == service.name.text }
      if let index {
        services[index] = services[index].changed(by: service)
      } else {
        services.append(service)
      }
    }
  }

  /// A service with the values of the one that it extends, of this file or of another one.
  private func extended(
    _ service: ComposeService, within services: [ComposeService], limit: Int,
    _ read: (String) throws -> ComposeFile
  ) throws -> ComposeService {
    guard let base = service.base, limit > 0 else { return service }
    var others = services
    var folder = ""
    if let path = base.file {
      guard path.isCertain else { return service }
      let slash = path.text.lastIndex(of: "/")
      folder = slash.map { ProjectFolder.plain(String(path.text[..<$0])) } ?? ""
      others = try read(path.text).services
    }
    guard let found = others.first(where: { $0.name.text == base.service.text }) else {
      return service
    }
    let complete = try extended(found, within: others, limit: limit - 1, read)
    var merged = complete.moved(to: folder).changed(by: service)
    merged.name = service.name
    return merged
  }

  private mutating func takeMountsOver() {
    for index in services.indices {
      for name in services[index].mountsOf {
        let other = services.first { $0.name.text == name.prefix { $0 != ":" } }
        services[index].takeMounts(of: other)
      }
    }
  }
}
