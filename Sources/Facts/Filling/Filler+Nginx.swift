internal import Boot
internal import Machine
internal import NginxConfig
internal import SourceText

/// What all rows of one nginx configuration share.
struct NginxScope {
  let process: BootProcess
  let installation: NginxInstallation
  let configuration: NginxConfiguration

  /// What is added to a directive's number to make its id.
  let firstID: Int
  let workers: ProcessUser
  let upstreams: NginxUpstreams
  let taint: NginxTaintReader

  /// The paths of the files, by the numbers of their readings; nil for the command line.
  let paths: [String?]

  func id(_ directive: NginxDirective) -> Int {
    firstID + directive.id
  }

  func path(of directive: NginxDirective) -> String? {
    paths[directive.inclusionID]
  }
}

/// What a block hands down to the blocks within it.
struct NginxInheritance {
  var server: Int?
  var location: Int?
  var root: String?
  var alias: String?

  /// The ids of the blocks around it that directives are taken over from, the innermost last.
  var levels: [Int] = []

  /// The ids of the blocks around, the outermost first.
  var blocks: [Int] = []

  /// The name of the innermost block.
  var blockName = "main"

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
    for configuration in configurations {
      let scope = NginxScope(
        process: process, installation: installation, configuration: configuration,
        firstID: directiveCount, workers: workers, upstreams: upstreams,
        taint: NginxTaintReader(configuration),
        paths: configuration.inclusions.map { $0.isCommandLine ? nil : stack.sources[$0.file].path }
      )
      directiveCount += configuration.count
      addProblems(
        configuration.problems, of: process.id, program: "nginx",
        from: configuration.placesOfInclusion)
      walk(configuration.children, NginxInheritance(), scope)
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
    let user = configurations.lazy.flatMap(\.children).first { $0.name == "user" }
    guard let name = user?.values.first ?? defaultUser(configurations, installation) else {
      return .unknown
    }
    let account = container.accounts.user(named: name).value
    return ProcessUser(name: name, id: account?.id, groupID: account?.groupID)
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
        isDaemon: process.stays.map { !$0 }, userSpan: user?.headSpan,
        span: user?.headSpan ?? first?.headSpan ?? process.span))
  }

  private mutating func addRows(
    for directive: NginxDirective, named name: String, _ inherited: NginxInheritance,
    _ scope: NginxScope
  ) {
    let parameters = directive.parameters
    let values = parameters.map(\.value)
    let id = scope.id(directive)
    rows.directives.append(
      NginxDirectiveFact(
        id: id, processID: scope.process.id,
        parentID: directive.parentID.map { scope.firstID + $0 },
        serverID: inherited.server, locationID: inherited.location, name: name,
        parameters: values.joined(separator: " "), first: values.first,
        last: values.last, parameterCount: values.count,
        context: inherited.blockName, isBlock: directive.isBlock,
        inheritance: directive.command?.inheritance.name,
        path: scope.path(of: directive), span: directive.headSpan, lastSpan: parameters.last?.span))
    addTexts(of: directive, named: name, scope.taint, scope)
    for (index, parameter) in parameters.enumerated() {
      rows.parameters.append(
        NginxParameterFact(
          directiveID: id, position: index + 1, value: values[index], span: parameter.span))
    }
  }

  /// Adds the blocks that a block takes directives over from, as far as anyone nests them.
  private mutating func addLevels(
    of directive: NginxDirective, _ inherited: inout NginxInheritance, _ scope: NginxScope
  ) {
    let blocks: Set = ["http", "stream", "mail", "server", "location", "if", "limit_except"]
    guard blocks.contains(directive.name), inherited.levels.count < 20 else { return }
    inherited.levels.append(scope.id(directive))
    for (distance, level) in inherited.levels.reversed().enumerated() {
      rows.levels.append(
        NginxLevelFact(blockID: scope.id(directive), aroundID: level, distance: distance))
    }
  }

  /// Follows the blocks downwards, with what they inherit.
  private mutating func walk(
    _ directives: NginxChildren, _ outer: NginxInheritance, _ scope: NginxScope
  ) {
    guard outer.blocks.count < NginxInheritance.depthLimit else { return }
    let inherited = outer.overridden(by: directives, prefix: scope.installation.prefix)
    for directive in directives {
      visit(directive, inherited, scope)
    }
  }

  private mutating func visit(
    _ directive: NginxDirective, _ inherited: NginxInheritance, _ scope: NginxScope
  ) {
    let name = directive.name
    addRows(for: directive, named: name, inherited, scope)
    var inherited = inherited
    if directive.isBlock { addLevels(of: directive, &inherited, scope) }
    switch name {
    case "server" where directive.context == .http:
      enter(directive, addServer(directive, inherited, scope), scope)
    case "location":
      enter(directive, addLocation(directive, inherited, scope), scope)
    case _ where NginxHandler.protocols[name] != nil:
      addConnections(of: directive, scope)
    default:
      if let use = NginxPathUse.table[name] { addPathUse(of: directive, use, scope) }
      if directive.isBlock { enter(directive, inherited, scope) }
    }
  }

  private mutating func enter(
    _ block: NginxDirective, _ inherited: NginxInheritance, _ scope: NginxScope
  ) {
    var inherited = inherited
    inherited.blocks.append(scope.id(block))
    inherited.blockName = block.name
    for (level, outer) in ([nil] + inherited.blocks.map(Optional.some)).reversed().enumerated() {
      rows.scopes.append(
        NginxScopeFact(blockID: scope.id(block), outerID: outer, level: level))
    }
    walk(block.children, inherited, scope)
  }
}

extension NginxCommand.Inheritance {
  /// The word of the column `inheritance`.
  fileprivate var name: String? {
    switch self {
    case .value: "value"
    case .list: "list"
    case .own: "own"
    case .none: nil
    }
  }
}

extension NginxInheritance {
  /// `root` and `alias` of a block stand in for what it inherits, wherever in the block they are.
  fileprivate func overridden(by directives: NginxChildren, prefix: String) -> NginxInheritance {
    var inherited = self
    for directive in directives where directive.name == "root" || directive.name == "alias" {
      guard let path = directive.values.first, !path.contains("$") else {
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
