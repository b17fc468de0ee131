internal import Boot
internal import Image
internal import Machine
internal import NginxConfig
internal import SourceText

/// Finds what an nginx does with the requests that matter.
struct NginxRouter {
  private let scope: NginxScope
  private let image: Image?

  /// What is asked at most: who serves hundreds of sites has no container for one application.
  private static let serverLimit = 500
  private static let hostLimit = 10
  private static let portLimit = 8
  private static let passLimit = 40

  init(_ scope: NginxScope, _ image: Image?) {
    self.scope = scope
    self.image = image
  }

  /// The rows; their servers and locations are the ids of the directives.
  func routes(_ assets: StaticAssets) -> [NginxRouteFact] {
    let servers = scope.configuration.servers
    guard servers.count <= Self.serverLimit else { return [] }
    let paths = passedPaths(to: Set(servers.flatMap(\.addresses).map(\.port)))
    let assets = image.map(assets.assets) ?? []
    return ports(of: servers).flatMap { port in
      hosts(of: servers, on: port).flatMap { host in
        let pages = (["/"] + paths).map { route(port, host, $0, nil) }
        return (pages + assets.map { route(port, host, $0.path, $0) }).compactMap { $0 }
      }
    }
  }

  /// The ports on which all addresses lead to the same servers.
  private func ports(of servers: [NginxServer]) -> [Int] {
    let listens = servers.flatMap(\.addresses).filter { !$0.isUnix }
    let byPort = Dictionary(grouping: listens, by: \.port)
    let clear = byPort.filter { port, listens in
      listens.allSatisfy(\.isWildcard)
        && Set(listens.map(\.host)).allSatisfy { host in
          servers.allSatisfy { $0.listens(on: port, host) == $0.listens(on: port, nil) }
        }
    }
    return clear.keys.sorted().prefix(Self.portLimit).map { $0 }
  }

  private func hosts(of servers: [NginxServer], on port: Int) -> [String?] {
    let names = servers.filter { $0.listens(on: port, nil) }.flatMap(\.names)
    let plain = names.filter { name in
      name.first.map { $0.isLetter || $0.isNumber } ?? false && !name.contains("*")
    }
    return [nil] + plain.prefix(Self.hostLimit).map { $0 }
  }

  /// The paths of the locations that pass requests on to this nginx's own ports.
  private func passedPaths(to ports: Set<Int>) -> [String] {
    let passes = scope.configuration.directives.lazy.filter { $0.name == "proxy_pass" }
    return passes.prefix(Self.passLimit).compactMap { pass in
      guard let block = pass.parent, block.name == "location",
        let port = localPort(pass.values.first ?? ""), ports.contains(port)
      else { return nil }
      let matcher = NginxLocationMatcher(block.values)
      let isPath = ["", "=", "^~"].contains(matcher.modifier) && matcher.path.hasPrefix("/")
      return isPath && matcher.path != "/" ? matcher.path : nil
    }
  }

  private func route(
    _ port: Int, _ host: String?, _ path: String, _ asset: StaticAssets.Asset?
  ) -> NginxRouteFact? {
    guard let request = request(port, host, path) else { return nil }
    let route = find(request)
    let isKnown = route.isCertain && scope.configuration.isComplete
    let decides = route.handler ?? route.location ?? route.server?.directive
    return NginxRouteFact(
      processID: scope.processID, port: port, host: host, path: path, asset: asset?.file,
      askedBy: asset?.askedBy, serverID: route.server.map { scope.id($0.directive) },
      locationID: route.location.map(scope.id), directiveID: route.handler.map(scope.id),
      outcome: isKnown ? route.outcome : nil, status: isKnown ? route.status : nil,
      file: route.file, isPackaged: route.file.map(isPackaged) ?? false,
      hasLike: route.file.flatMap(hasLike),
      comesBack: isKnown && comesBack(route, request), span: decides?.headSpan)
  }

  private func request(_ port: Int, _ host: String?, _ path: String) -> NginxRequest? {
    NginxRequest("http://\(host ?? "name.of.no.server"):\(port)\(path)")
  }

  private func find(_ request: NginxRequest) -> NginxRoute {
    let files = image.map { RouteFiles(tree: $0, prefix: scope.installation.prefix) }
    return scope.configuration.route(request, files: files)
  }

  /// Whether a folder holds files like one that is looked for there; nil where it may.
  private func hasLike(_ file: String) -> Bool? {
    guard let image, let dot = file.lastIndex(of: ".") else { return nil }
    let listing = image.entries(ofFolder: file.folder)
    if listing.names.contains(where: { $0.hasSuffix(file[dot...]) }) { return true }
    return listing.isComplete ? false : nil
  }

  private func isPackaged(_ file: String) -> Bool {
    guard let image, image.recipe != nil, case .present(let node) = image.node(at: file) else {
      return false
    }
    switch node.origin {
    case .package, .baseImage: return true
    case .buildFolder, .instruction: return false
    }
  }

  // MARK: Requests that come back

  private func comesBack(_ route: NginxRoute, _ request: NginxRequest) -> Bool {
    guard let pass = route.handler, let server = route.server,
      let next = passed(by: pass, route, request)
    else { return false }
    let second = find(next)
    return second.isCertain && second.server?.id == server.id
      && second.location?.id == route.location?.id && second.handler?.id == pass.id
  }

  /// The request that a `proxy_pass` makes of another one, where it is to this machine.
  private func passed(
    by pass: NginxDirective, _ route: NginxRoute, _ request: NginxRequest
  ) -> NginxRequest? {
    guard pass.name == "proxy_pass", let target = pass.values.first, !target.hasDollar,
      let port = localPort(target), let location = route.location,
      let start = target.firstRange(of: "://")?.upperBound
    else { return nil }
    let authority = target[start...].prefix { $0 != "/" }
    guard let path = Self.replaced(route.path, in: location, by: target[authority.endIndex...]),
      let host = sentHost(in: location, authority: authority, request)
    else { return nil }
    return self.request(port, host, path)
  }

  /// The port of this machine that a `proxy_pass` leads to, whatever happens; nil for others.
  private func localPort(_ target: String) -> Int? {
    let target = PassTarget(target, directive: "proxy_pass")
    var address: Address?
    switch target.kind {
    case .variable: return nil
    case .address(let given): address = given
    case .name(let name):
      guard let servers = scope.upstreams.servers(of: name) else {
        address = Address(host: name, port: target.hasTLS ? 443 : 80)
        break
      }
      guard servers.count == 1, let text = servers.first?.values.first else { return nil }
      address = NginxUpstreamServer(text).address
    }
    return address.flatMap { !target.hasTLS && $0.isLocal ? $0.port : nil }
  }

  /// A path with the URI of a `proxy_pass` in place of its location's prefix.
  private static func replaced(
    _ path: String, in location: NginxDirective, by uri: Substring
  ) -> String? {
    guard !uri.isEmpty else { return path }
    let matcher = NginxLocationMatcher(location.values)
    guard ["", "^~", "="].contains(matcher.modifier), path.hasPrefix(matcher.path) else {
      return nil
    }
    return String(uri) + String(path.dropFirst(matcher.path.count))
  }

  /// The host that the passed request asks for.
  private func sentHost(
    in location: NginxDirective, authority: Substring, _ request: NginxRequest
  ) -> String? {
    let headers = scope.configuration.effective("proxy_set_header", in: location)
    let given = headers.last { $0.values.first?.lowercased() == "host" }
    switch given?.values.last {
    case "$host", "$http_host": return request.host
    case nil, "$proxy_host":
      return String(authority.prefix { $0 != ":" })
    case let text?: return text.hasDollar || text.isEmpty ? nil : text
    }
  }
}

extension NginxServer {
  /// Whether it listens on a port; of all hosts where none is given.
  fileprivate func listens(on port: Int, _ host: String?) -> Bool {
    addresses.contains { $0.port == port && (host == nil || $0.host == host) }
  }
}

extension NginxRoute {
  /// In the words of the column `outcome`.
  fileprivate var outcome: String? {
    if let status {
      if status < 300 { return file == nil ? "text" : "file" }
      return status < 400 ? "redirect" : "refused"
    }
    return handler == nil ? nil : "passed"
  }
}
