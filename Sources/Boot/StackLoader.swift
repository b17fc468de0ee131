internal import FoundationEssentials
package import Image
internal import Machine
internal import NginxConfig
internal import SourceText

/// What a user says of the stacks that are to be loaded.
package struct StackRequest: Sendable {
  /// The stage of the Dockerfile to build; nil for the last.
  package var target: String?
  package var buildArguments: [String: String]

  /// The profiles whose services of a compose file run as well.
  package var profiles: Set<String> = []
  package var machine: MachineFacts

  /// What files are to hold instead of what they do, by their paths in the stack's folder.
  package var replacements: [String: [UInt8]] = [:]

  /// Whose configuration files are where no Dockerfile tells; later ones win.
  package var assignments: [FileAssignment] = []

  /// How the container of a root file system starts.
  package var start = StartRequest()

  package init(
    target: String? = nil, buildArguments: [String: String] = [:],
    machine: MachineFacts = MachineFacts()
  ) {
    self.target = target
    self.buildArguments = buildArguments
    self.machine = machine
  }
}

/// Makes stacks of what a user names.
package enum StackLoader {
  /// The stacks of a folder, or the one of a Dockerfile.
  ///
  /// - Throws: `UnreadableInput` where there is nothing that could be judged.
  package static func load(_ path: String, _ request: StackRequest) throws -> [Stack] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw UnreadableInput(path: path, reason: "there is no such file or folder")
    }
    if isFolder ? isLayout(path) : isArchive(path) { return [try load(archive: path, request)] }
    if !isFolder, isComposeFile(path.lastPathComponent) {
      return try loadCompose(path, request)
    }
    if !isFolder { return [try loadFile(path, request)] }
    guard (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil else {
      throw UnreadableInput(path: path, reason: "the folder cannot be read")
    }
    let stacks = try loadStacks(below: path, request)
    return stacks.isEmpty ? [try loadFiles(path, request)] : stacks
  }

  /// The stack of a Dockerfile in a build folder, whose files may be in memory.
  package static func load(
    dockerfile: String, context: BuildContext, path: String, _ request: StackRequest
  ) throws -> Stack {
    guard let bytes = context.bytes(at: dockerfile) else {
      let reason = context.reasonForNoBytes(at: dockerfile)
      throw UnreadableInput(path: path, reason: "\(dockerfile) \(reason)")
    }
    var sources = SourceFiles()
    let file = sources.add(path: "\(path)/\(dockerfile)", origin: dockerfile, bytes: bytes)
    let image = Image.build(
      dockerfile: file, context: context, target: request.target,
      buildArguments: request.buildArguments, sources: &sources)
    var container = Container(image, machine: request.machine)
    let boot = Booter.boot(&container, sources: &sources)
    return Stack(
      path: path, source: .dockerfile, sources: sources, container: container, boot: boot,
      anchor: SourceSpan(file: file.id, start: 0, end: 0))
  }

  /// The stack of files that no Dockerfile joins.
  ///
  /// - Throws: `UnreadableInput` where none of them is a configuration.
  package static func load(
    filesOf context: BuildContext, path: String, _ request: StackRequest
  ) throws -> Stack {
    var sources = SourceFiles()
    let (container, boot) = Booter.boot(
      filesOf: context, machine: request.machine, assignments: request.assignments,
      sources: &sources)
    guard !boot.processes.isEmpty else {
      let reason =
        boot.problems.first?.message
        ?? "no Dockerfile and no nginx, uWSGI or supervisord configuration is here"
      throw UnreadableInput(path: path, reason: reason)
    }
    let anchor = sources.files.first.map { SourceSpan(file: $0.id, start: 0, end: 0) }
    return Stack(
      path: path, source: .files, sources: sources, container: container, boot: boot,
      anchor: anchor)
  }

  private static func loadFile(_ path: String, _ request: StackRequest) throws -> Stack {
    let name = path.lastPathComponent
    if isDockerfile(name) {
      let folder = String(path.dropLast(name.count + 1))
      var context = BuildContext(folder: folder.isEmpty ? "." : folder, dockerfile: name)
      context.replace(request.replacements)
      return try load(dockerfile: name, context: context, path: path, request)
    }
    let contents = FileManager.default.contents(atPath: path).map { Array($0) }
    guard let bytes = request.replacements[name] ?? contents else {
      let reason = BuildContext(folder: folder(of: path)).reasonForNoBytes(at: name)
      throw UnreadableInput(path: path, reason: "the file \(reason)")
    }
    if let dump = NginxDump(bytes), dump.mainFile.hasPrefix("/") {
      return load(dump, path: path, request)
    }
    let alone = BuildContext(files: [name: String(decoding: bytes, as: UTF8.self)])
    var request = request
    // Who names one file means it: most files of that name whose content tells nothing are nginx's.
    if name.hasSuffix(".conf"), request.assignments.role(of: name, bytes) == nil {
      request.assignments.insert(FileAssignment(pattern: name, reader: .nginx), at: 0)
    }
    return try load(filesOf: alone, path: path, request)
  }

  private static func loadFiles(_ folder: String, _ request: StackRequest) throws -> Stack {
    var context = BuildContext(folder: folder)
    context.replace(request.replacements)
    return try load(filesOf: context, path: folder, request)
  }
}

/// Input that could not be read, or holds nothing that could be judged.
package struct UnreadableInput: Error, CustomStringConvertible {
  package let path: String
  package let reason: String

  package var description: String { "\(path): \(reason)" }
}
