internal import Dockerfile
internal import FoundationEssentials
internal import Image
internal import SourceText

/// Every Dockerfile and every compose file below a folder is a stack.
extension StackLoader {
  /// How deep Dockerfiles and compose files are looked for below a folder.
  private static let depthLimit = 6

  /// The stacks below a folder; none where it has neither a Dockerfile nor a compose file.
  ///
  /// - Throws: `UnreadableInput` where one of them cannot be read.
  static func loadStacks(below folder: String, _ request: StackRequest) throws -> [Stack] {
    let files = filesThatMakeStacks(below: folder)
    var started: Set<String> = []
    var stacks: [Stack] = []
    for path in files where isComposeFile(path.lastPathComponent) {
      let project = ProjectFolder(path: self.folder(of: path), replacements: request.replacements)
      guard project.bytes(at: path.lastPathComponent) != nil else {
        stacks.append(unreadable(path))
        continue
      }
      let containers = try? load(compose: path.lastPathComponent, in: project, request)
      // A file that only starts a database beside the application is none of ours.
      guard let containers, containers.contains(where: \.isOfConcern) else { continue }
      stacks += containers
      started.formUnion(containers.compactMap(\.startedDockerfile))
    }
    let others = files.filter { !isComposeFile($0.lastPathComponent) }
    for path in others where !started.contains(ProjectFolder.plain(path)) {
      stacks.append(try loadDockerfile(path, request))
    }
    return stacks
  }

  /// A stack of which only one file is known, and not what it holds.
  private static func unreadable(_ path: String) -> Stack {
    var sources = SourceFiles()
    let file = sources.add(path: path, origin: path.lastPathComponent, bytes: [])
    let start = SourceSpan(file: file.id, start: 0, end: 0)
    var boot = Boot(isComplete: false)
    boot.problems = [.unreadableFile(path, start)]
    let container = Container(
      Image.unknown(context: BuildContext(files: [:])), machine: MachineFacts())
    return Stack(
      path: path, source: .compose, sources: sources, container: container, boot: boot,
      anchor: start)
  }

  /// The stacks of a compose file that was named.
  static func loadCompose(_ path: String, _ request: StackRequest) throws -> [Stack] {
    let project = ProjectFolder(path: folder(of: path), replacements: request.replacements)
    return try load(compose: path.lastPathComponent, in: project, request)
  }

  private static func loadDockerfile(_ path: String, _ request: StackRequest) throws -> Stack {
    let name = path.lastPathComponent
    var context = BuildContext(folder: folder(of: path), dockerfile: name)
    context.replace(request.replacements)
    return try load(dockerfile: name, context: context, path: folder(of: path), request)
  }

  /// What is below a folder whose own Dockerfile or compose file is found belongs to that one.
  private static func filesThatMakeStacks(below folder: String, depth: Int = 0) -> [String] {
    guard depth <= depthLimit,
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return [] }
    let compose = ComposeProject.names.first(where: names.contains)
    let dockerfiles = names.filter { isDockerfile($0) && !isFolder("\(folder)/\($0)") }
    let own = [compose].compactMap(\.self) + dockerfiles.sorted()
    let found = own.map { "\(folder)/\($0)" }
    if own.contains(where: isDockerfile) { return found }
    return found
      + names.filter { !$0.hasPrefix(".") && $0 != "node_modules" }.sorted().flatMap {
        filesThatMakeStacks(below: "\(folder)/\($0)", depth: depth + 1)
      }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// The folder that a file is in.
  static func folder(of path: String) -> String {
    let folder = String(path.dropLast(path.lastPathComponent.count + 1))
    return folder.isEmpty && !path.hasPrefix("/") ? "." : folder
  }

  /// Whether a file has a name such as those that compose looks for.
  static func isComposeFile(_ name: String) -> Bool {
    let isYAML = name.hasSuffix(".yml") || name.hasSuffix(".yaml")
    return isYAML && (name.hasPrefix("docker-compose") || name.hasPrefix("compose"))
  }

  static func isDockerfile(_ name: String) -> Bool {
    let name = name.lowercased()
    guard !name.hasSuffix(".dockerignore") else { return false }
    let beginnings = ["dockerfile.", "dockerfile-", "containerfile."]
    return name == "dockerfile" || name == "containerfile" || name.hasSuffix(".dockerfile")
      || beginnings.contains(where: name.hasPrefix)
  }
}

extension Stack {
  /// The Dockerfile whose containers start as this one does; nil where it would start something else.
  fileprivate var startedDockerfile: String? {
    guard let recipe = container.image?.recipe, let target = recipe.build.target else { return nil }
    let own = target.configuration.entrypoint?.span ?? target.configuration.command?.span
    guard own == nil || own == container.commandSpan else { return nil }
    return ProjectFolder.plain(recipe.document.file.path)
  }
}
