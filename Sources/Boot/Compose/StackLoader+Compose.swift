internal import Dockerfile
internal import FoundationEssentials
package import Image
internal import Machine
internal import SourceText

extension StackLoader {
  /// The containers of a compose file: one for each service that runs.
  ///
  /// What compose does not take stands in the first one that rules have something to say of.
  ///
  /// - Throws: `UnreadableInput` where the file cannot be read, or starts nothing.
  package static func load(
    compose name: String, in folder: ProjectFolder, _ request: StackRequest
  ) throws -> [Stack] {
    var sources = SourceFiles()
    let project = try ComposeProject(
      name, in: folder, profiles: request.profiles, sources: &sources)
    var members: [(service: ComposeService, stack: Stack)] = []
    for service in project.services {
      sources.enterContainer()
      members.append((service, stack(of: service, project, &sources, request)))
    }
    var stacks = members.map { member in
      var stack = member.stack
      stack.sources = sources
      stack.membership = project.membership(of: member.service, among: members)
      return stack
    }
    if let first = stacks.firstIndex(where: \.isOfConcern) {
      stacks[first].membership?.problems = project.problems + project.missingDockerfiles
    } else if !project.problems.isEmpty {
      stacks.append(project.refused(sources))
    }
    guard !stacks.isEmpty else {
      throw UnreadableInput(path: "\(folder.path)/\(name)", reason: project.reasonForNoService)
    }
    return stacks
  }

  private static func stack(
    of service: ComposeService, _ project: ComposeProject, _ sources: inout SourceFiles,
    _ request: StackRequest
  ) -> Stack {
    var image =
      image(of: service, project, &sources, request)
      ?? Image.unknown(context: BuildContext(files: [:]))
    image.start(as: project.withVariablesOfFiles(service), in: project.folder)
    var machine = request.machine
    machine.hostName = service.hostName?.text ?? machine.hostName
    var container = Container(image, machine: machine)
    let boot = Booter.boot(&container, sources: &sources)
    return Stack(
      path: project.folder.path, source: .compose, sources: sources, container: container,
      boot: boot, anchor: service.span)
  }

  /// Nil where nobody knows which image it is, or where its Dockerfile is not to be had.
  private static func image(
    of service: ComposeService, _ project: ComposeProject, _ sources: inout SourceFiles,
    _ request: StackRequest
  ) -> Image? {
    guard let build = service.build else {
      guard let name = service.image, name.isCertain else { return nil }
      return Image.base(name.text, context: BuildContext(files: [:]))
    }
    guard build.context?.isCertain != false, build.dockerfile?.isCertain != false,
      build.inlineDockerfile == nil
    else { return nil }
    let name = build.dockerfile?.text ?? "Dockerfile"
    let folder = build.context?.text ?? "."
    let files = project.folder.context(at: folder, dockerfile: name)
    guard let bytes = files.bytes(at: name) else { return nil }
    let place = ProjectFolder.plain("\(folder)/\(name)")
    let path = project.folder.path == "." ? place : "\(project.folder.path)/\(place)"
    let dockerfile = sources.add(path: path, origin: place, bytes: bytes)
    var arguments: [String: String] = [:]
    for argument in build.arguments where argument.value.isCertain {
      arguments[argument.name] = argument.value.text
    }
    return Image.build(
      dockerfile: dockerfile, context: files, target: build.target?.text ?? request.target,
      buildArguments: arguments.merging(request.buildArguments) { _, given in given },
      sources: &sources)
  }
}

extension ComposeProject {
  /// The variables of `env_file` stand behind those of `environment`.
  fileprivate func withVariablesOfFiles(_ service: ComposeService) -> ComposeService {
    var service = service
    for variable in variablesOfFiles(service) { service.setEnvironmentUnlessSet(variable) }
    return service
  }

  /// A stack without a process, for a file of which nothing else is known.
  fileprivate func refused(_ sources: SourceFiles) -> Stack {
    let container = Container(
      Image.unknown(context: BuildContext(files: [:])), machine: MachineFacts())
    var stack = Stack(
      path: folder.path, source: .compose, sources: sources, container: container,
      boot: Boot(isComplete: false), anchor: problems.first?.span)
    stack.membership = ComposeMembership(
      file: path, service: "", names: [], sharedFolders: [], ports: [], outsideHosts: [],
      areNamesComplete: false)
    stack.membership?.problems = problems
    return stack
  }

  fileprivate var reasonForNoService: String {
    sleepingServices.isEmpty
      ? "no service is here" : "no service runs without a profile: --profile asks for one"
  }

  private var path: String { folder.path == "." ? name : "\(folder.path)/\(name)" }

  fileprivate func membership(
    of service: ComposeService, among members: [(service: ComposeService, stack: Stack)]
  ) -> ComposeMembership {
    let others = members.filter { $0.service.name.text != service.name.text }
    var membership = ComposeMembership(
      file: path, service: service.name.text,
      names: service.names(for: service), sharedFolders: service.sharedFolders,
      ports: service.openPorts,
      outsideHosts: Set(service.outsideHosts), areNamesComplete: tellsAllNames(to: service))
    membership.neighbours = others.map { other, stack in
      Neighbour(
        stack: stack, service: other.name.text, span: other.span,
        names: other.names(for: service), isReachable: service.reaches(other),
        sharesLoopback: service.sharesLoopback(with: other),
        sharedMounts: service.sharedMounts(with: other))
    }
    membership.sleepingNames = sleepingServices
    return membership
  }
}

extension ComposeService {
  fileprivate var sharedFolders: [String] {
    mounts.filter { $0.source != .memory }.map(\.target)
  }

  fileprivate var openPorts: [ComposePort] {
    let published = ports.compactMap { port in
      Int(port.target).map {
        ComposePort(port: $0, transport: port.transport, isPublished: true, span: port.span)
      }
    }
    let exposed = exposed.compactMap { word -> ComposePort? in
      let parts = word.text.split(separator: "/").map(String.init)
      guard let number = parts.first.flatMap({ Int($0) }), let span = word.span else { return nil }
      return ComposePort(
        port: number, transport: parts.count > 1 ? parts[1] : "tcp", isPublished: false,
        span: span)
    }
    return published + exposed
  }
}
