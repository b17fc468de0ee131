internal import Boot
internal import Image
internal import Machine
internal import NginxConfig
internal import SourceText

/// What a block hands down to the blocks within it.
struct NginxInheritance {
  var server: Int?
  var location: Int?
  var root: String?
  var alias: String?

  /// The ids of the blocks around, the outermost first.
  var blocks: [Int] = []

  /// What is nested deeper than anyone writes is left out.
  static let depthLimit = 500
}

extension Filler {
  /// Adds the rows of an nginx: of its main file and of the files that fit into it.
  mutating func fill(
    _ configurations: [NginxConfiguration], of process: BootProcess,
    _ installation: NginxInstallation
  ) {
    let workers = workers(of: process, configurations, installation)
    let upstreams = NginxUpstreams(configurations)
    addInstance(process, configurations, workers)
    addAdvisories(process)
    for configuration in configurations {
      let scope = NginxScope(
        configuration, firstID: directiveCount, of: process, installation, workers: workers,
        upstreams: upstreams, sources: stack.sources)
      directiveCount += configuration.count
      rows.expect(directives: configuration.count, parameters: configuration.parameterCount)
      addProblems(
        configuration.problems, of: process.id, program: "nginx",
        from: configuration.placesOfInclusion)
      walk(NamedDirective.children(configuration.children), NginxInheritance(), scope)
      rows.routers.append(NginxRouter(scope, container.image))
    }
    rows.scopes.append(NginxScopeFact(blockID: nil, outerID: nil, level: 0))
    addDefaultPaths(of: process, configurations, installation)
  }

  /// The user that `user` names, where the master may change to it; the master's own otherwise.
  private func workers(
    of process: BootProcess, _ configurations: [NginxConfiguration],
    _ installation: NginxInstallation
  ) -> ProcessUser {
    guard process.user.id == 0 || process.user.id == nil else { return process.user }
    let directives = configurations.lazy.flatMap(\.children)
    // Without a master the one process answers requests, and nobody changes its user (nginx 1.22.1).
    if directives.first(where: { $0.name == "master_process" })?.values.first == "off" {
      return process.user
    }
    let user = directives.first { $0.name == "user" }
    guard let name = user?.values.first ?? defaultUser(configurations, installation) else {
      return .unknown
    }
    // `user` takes a group as well, and without it the one of the same name, whatever the account's.
    let group = user?.values.dropFirst().first ?? name
    return ProcessUser(
      name: name, id: container.accounts.user(named: name).value?.id,
      groupID: container.accounts.group(named: group).value?.id)
  }

  private func defaultUser(
    _ configurations: [NginxConfiguration], _ installation: NginxInstallation
  ) -> String? {
    configurations.allSatisfy(\.isComplete) ? installation.user : nil
  }

  private mutating func addInstance(
    _ process: BootProcess, _ configurations: [NginxConfiguration], _ workers: ProcessUser
  ) {
    let user = configurations.lazy.flatMap(\.children).first { $0.name == "user" }
    let first = configurations.lazy.flatMap(\.children).first { _ in true }
    rows.nginxInstances.append(
      NginxInstanceFact(
        processID: process.id, user: workers.name, userID: workers.id, groupID: workers.groupID,
        isDaemon: process.stays.map { !$0 }, version: container.nginxVersion?.text,
        versionSpan: versionSpan, userSpan: user?.headSpan,
        span: user?.headSpan ?? first?.headSpan ?? process.span))
  }

  private mutating func addRows(
    for directive: NginxDirective, named name: String, _ inherited: NginxInheritance,
    _ scope: NginxScope
  ) {
    rows.directives.append(
      NginxDirectiveFact(
        scope, directive.id, server: inherited.server, location: inherited.location))
    for position in 0..<directive.parameterCount {
      rows.parameters.append(NginxParameterFact(scope, directive.id, position))
    }
    addTexts(of: directive, named: name, scope)
  }

  /// Follows the blocks downwards, with what they inherit.
  private mutating func walk(
    _ directives: [NamedDirective], _ outer: NginxInheritance, _ scope: NginxScope
  ) {
    guard outer.blocks.count < NginxInheritance.depthLimit else { return }
    let inherited = outer.overridden(by: directives, prefix: scope.installation.prefix)
    for directive in directives {
      visit(directive.directive, directive.name, inherited, scope)
    }
  }

  private mutating func visit(
    _ directive: NginxDirective, _ name: String, _ inherited: NginxInheritance,
    _ scope: NginxScope
  ) {
    addRows(for: directive, named: name, inherited, scope)
    if directive.isBlock {
      enter(directive, name, inherited, scope)
    } else if NginxHandler.protocols[name] != nil {
      addConnections(of: directive, scope)
    } else if let use = NginxPathUse.table[name] {
      addPathUse(of: directive, use, scope)
    }
  }

  private mutating func enter(
    _ block: NginxDirective, _ name: String, _ outer: NginxInheritance, _ scope: NginxScope
  ) {
    let children = NamedDirective.children(block.children)
    var inherited = outer
    switch name {
    case "server" where block.context == .http:
      inherited = addServer(block, children, outer, scope)
    case "location":
      inherited = addLocation(block, children, outer, scope)
    default: break
    }
    inherited.blocks.append(scope.id(block))
    for (level, outer) in inherited.blocks.reversed().enumerated() {
      rows.scopes.append(NginxScopeFact(blockID: scope.id(block), outerID: outer, level: level))
    }
    rows.scopes.append(
      NginxScopeFact(blockID: scope.id(block), outerID: nil, level: inherited.blocks.count))
    walk(children, inherited, scope)
  }
}

extension NginxInheritance {
  /// `root` and `alias` of a block stand in for what it inherits, wherever in the block they are.
  fileprivate func overridden(by directives: [NamedDirective], prefix: String) -> NginxInheritance {
    var inherited = self
    for directive in directives where directive.name == "root" || directive.name == "alias" {
      guard let path = directive.directive.values.first, !path.hasDollar else {
        inherited.root = nil
        inherited.alias = nil
        continue
      }
      let absolute = path.hasPrefix("/") ? path : "\(prefix)/\(path)"
      inherited.root = directive.name == "root" ? absolute : nil
      inherited.alias = directive.name == "alias" ? absolute : nil
    }
    return inherited
  }
}

extension NginxConfiguration {
  /// The `include` that each included file is first read from.
  fileprivate var placesOfInclusion: [SourceFile.ID: SourceSpan] {
    var places: [SourceFile.ID: SourceSpan] = [:]
    for inclusion in inclusions where places[inclusion.file] == nil {
      places[inclusion.file] = inclusion.directive.map { self[$0].headSpan }
    }
    return places
  }
}
