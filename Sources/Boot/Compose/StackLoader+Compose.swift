internal import Dockerfile
internal import FoundationEssentials
package import Image
internal import Machine
internal import SourceText

extension StackLoader {
  /// The containers of a compose file: one for each service whose image is built or known.
  ///
  /// - Throws: `UnreadableInput` where the file is none that compose takes, or has no such service.
  package static func load(
    compose name: String, in folder: ProjectFolder, _ request: StackRequest
  ) throws -> [Stack] {
    var sources = SourceFiles()
    let project = try ComposeProject(name, in: folder, sources: &sources)
    var members: [(service: ComposeService, stack: Stack)] = []
    for service in project.services {
      sources.enterContainer()
      guard let stack = stack(of: service, project, &sources, request) else { continue }
      members.append((service, stack))
    }
    guard !members.isEmpty else {
      throw UnreadableInput(
        path: "\(folder.path)/\(name)", reason: "no service has an image that is built or known")
    }
    return members.map { member in
      var stack = member.stack
      stack.sources = sources
      stack.membership = project.membership(of: member.service, among: members)
      return stack
    }
  }

  private static func stack(
    of service: ComposeService, _ project: ComposeProject, _ sources: inout SourceFiles,
    _ request: StackRequest
  ) -> Stack? {
    guard var image = image(of: service, project, &sources, request) else { return nil }
    image.start(as: project.withVariablesOfFiles(service), in: project.folder)
    var machine = request.machine
    machine.hostName = service.hostName?.text ?? machine.hostName
    var container = Container(image, machine: machine)
    let boot = Booter.boot(&container, sources: &sources)
    return Stack(
      path: project.folder.path, source: .compose, sources: sources, container: container,
      boot: boot, anchor: service.span)
  }

  private static func image(
    of service: ComposeService, _ project: ComposeProject, _ sources: inout SourceFiles,
    _ request: StackRequest
  ) -> Image? {
    guard let build = service.build else {
      guard let name = service.image, name.isCertain else { return nil }
      return Image.base(name.text, context: BuildContext(files: [:]))
    }
    guard build.context.isCertain, build.dockerfile?.isCertain != false else { return nil }
    let name = build.dockerfile?.text ?? "Dockerfile"
    let files = project.folder.context(at: build.context.text, dockerfile: name)
    guard let bytes = files.bytes(at: name) else { return nil }
    let place = ProjectFolder.plain("\(build.context.text)/\(name)")
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
    for word in service.environmentFiles.reversed() where word.isCertain {
      for variable in EnvironmentFile(folder.bytes(at: word.text) ?? []).variables {
        service.setEnvironmentUnlessSet(
          BuildVariable(variable.name, ExpandedWord(variable.value, span: word.span)))
      }
    }
    return service
  }

  fileprivate func membership(
    of service: ComposeService, among members: [(service: ComposeService, stack: Stack)]
  ) -> ComposeMembership {
    let others = members.filter { $0.service.name.text != service.name.text }
    var membership = ComposeMembership(
      file: folder.path == "." ? name : "\(folder.path)/\(name)", service: service.name.text,
      names: service.names(for: service), ports: service.openPorts,
      outsideHosts: Set(service.outsideHosts), areNamesComplete: tellsAllNames(to: service))
    membership.neighbours = others.map { other, stack in
      Neighbour(
        stack: stack, service: other.name.text, span: other.span,
        names: other.names(for: service), isReachable: service.reaches(other),
        sharesLoopback: service.sharesLoopback(with: other),
        sharedMounts: service.sharedMounts(with: other))
    }
    return membership
  }

  /// Whether only containers of this file are in the networks of a service.
  private func tellsAllNames(to service: ComposeService) -> Bool {
    service.networkMode == nil && !file.includesOthers
      && service.networks.isDisjoint(with: file.outsideNetworks)
  }
}

extension ComposeService {
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
