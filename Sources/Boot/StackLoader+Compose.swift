internal import FoundationEssentials
internal import Dockerfile
internal import Image
internal import Machine
internal import SourceText

extension StackLoader {
  /// The stacks of a compose file: one for each service whose image is built or known.
  ///
  /// - Throws: `UnreadableInput` where the file is none that compose takes, or has no such service.
  static func load(compose path: String, _ request: StackRequest) throws -> [Stack] {
    let name = path.lastPathComponent
    let folder = path == name ? "." : String(path.dropLast(name.count + 1))
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw UnreadableInput(path: path, reason: "the file cannot be read")
    }
    var sources = SourceFiles()
    let source = sources.add(path: path, origin: name, bytes: Array(bytes))
    let file = ComposeFile(source, variables: variables(in: folder))
    if let problem = file.problems.first {
      throw UnreadableInput(path: path, reason: problem.message)
    }
    let stacks = file.services.compactMap { service in
      stack(of: service, path: path, folder: folder, sources, request)
    }
    guard !stacks.isEmpty else {
      throw UnreadableInput(path: path, reason: "no service has an image that is built or known")
    }
    return stacks
  }

  /// Whether a file has one of the names that compose looks for.
  static func isComposeFile(_ name: String) -> Bool {
    ["docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml"].contains(name)
  }

  private static func stack(
    of service: ComposeService, path: String, folder: String, _ sources: SourceFiles,
    _ request: StackRequest
  ) -> Stack? {
    var sources = sources
    guard var image = image(of: service, folder: folder, &sources, request) else { return nil }
    image.start(as: service, folder: folder)
    var machine = request.machine
    machine.hostName = service.hostName?.text ?? machine.hostName
    var container = Container(image, machine: machine)
    let boot = Booter.boot(&container, sources: &sources)
    return Stack(
      path: "\(path) (\(service.name.text))", source: .compose, sources: sources,
      container: container, boot: boot, anchor: service.span)
  }

  private static func image(
    of service: ComposeService, folder: String, _ sources: inout SourceFiles,
    _ request: StackRequest
  ) -> Image? {
    guard let build = service.build else {
      guard let name = service.image, name.isCertain else { return nil }
      return Image.base(name.text, context: BuildContext(files: [:]))
    }
    guard build.context.isCertain, build.dockerfile?.isCertain != false else { return nil }
    let context = build.context.text
    let place = context.hasPrefix("/") ? context : folder + "/" + context
    let name = build.dockerfile?.text ?? "Dockerfile"
    let files = BuildContext(folder: place, dockerfile: name)
    guard let bytes = files.bytes(at: name) else { return nil }
    let dockerfile = sources.add(path: "\(place)/\(name)", origin: name, bytes: bytes)
    var arguments: [String: String] = [:]
    for argument in build.arguments where argument.value.isCertain {
      arguments[argument.name] = argument.value.text
    }
    return Image.build(
      dockerfile: dockerfile, context: files, target: build.target?.text ?? request.target,
      buildArguments: arguments.merging(request.buildArguments) { _, given in given },
      sources: &sources)
  }

  /// The variables of the `.env` beside a compose file.
  private static func variables(in folder: String) -> [String: String] {
    guard let data = FileManager.default.contents(atPath: folder + "/.env") else { return [:] }
    var values: [String: String] = [:]
    for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !line.hasPrefix("#") else { continue }
      let value = parts[1]
      let isQuoted =
        value.count > 1 && value.first == value.last && "\"'".contains(value.first ?? " ")
      values[String(parts[0])] = String(isQuoted ? value.dropFirst().dropLast() : value)
    }
    return values
  }
}
