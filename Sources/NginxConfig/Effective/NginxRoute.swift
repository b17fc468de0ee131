/// The way that a request takes through a configuration, and why.
package struct NginxRoute: Sendable {
  /// One decision of nginx.
  package struct Step: Sendable {
    /// What nginx decides and why, in one line.
    package let reason: String

    /// The directive that decides; nil where nothing is written.
    package let directive: NginxDirective?
  }

  package fileprivate(set) var steps: [Step] = []

  /// The server that answers; nil where nothing listens.
  package fileprivate(set) var server: NginxServer?

  /// The location that is chosen; nil where none matches.
  package fileprivate(set) var location: NginxDirective?

  /// What handles the request, such as `uwsgi_pass`; nil for files.
  package fileprivate(set) var handler: NginxDirective?

  fileprivate mutating func add(_ reason: String, _ directive: NginxDirective? = nil) {
    steps.append(Step(reason: reason, directive: directive))
  }
}

extension NginxConfiguration {
  /// Finds the server, the location and the handler that a request would reach.
  package func route(_ request: NginxRequest) -> NginxRoute {
    var route = NginxRoute()
    guard let server = ServerChoice(servers: servers, request).choose(&route) else {
      return route
    }
    route.server = server
    let search = LocationSearch(path: ByteText(request.path.utf8))
    if let (location, reason) = search.find(in: server.directive) {
      route.location = location
      route.add("location: \(reason)", location)
    } else {
      route.add("no location matches \(request.path)", server.directive)
    }
    handle(in: route.location ?? server.directive, depth: 0, &route)
    return route
  }

  /// Says what a location does with the request.
  private func handle(in level: NginxDirective, depth: Int, _ route: inout NginxRoute) {
    for name in ["return", "rewrite", "if"] {
      for directive in level.children where directive.name == name {
        let values = directive.values.joined(separator: " ")
        if name == "return" {
          route.handler = directive
          route.add("answers at once: return \(values)", directive)
          return
        }
        route.add("may change the way: \(name) \(values)", directive)
      }
    }
    if let files = level.children.first(where: { $0.name == "try_files" }) {
      tryFiles(files, in: level, depth: depth, &route)
      return
    }
    pass(in: level, &route)
  }

  private func pass(in level: NginxDirective, _ route: inout NginxRoute) {
    guard let pass = level.children.first(where: { $0.name.hasSuffix("_pass") }) else {
      let folder = effective("alias", in: level).first ?? effective("root", in: level).first
      let text = folder.map { "\($0.name) \($0.values.first ?? "")" } ?? "root html"
      route.add("serves files: \(text)", folder)
      return
    }
    route.handler = pass
    route.add("passes to \(pass.values.first ?? "") by \(pass.name)", pass)
    guard let upstream = upstream(named: pass.values.first ?? "") else { return }
    for server in upstream.children where server.name == "server" {
      route.add(
        "upstream \(upstream.values.first ?? ""): \(server.values.joined(separator: " "))", server)
    }
  }

  /// The `upstream` block that a `*_pass` names.
  package func upstream(named address: String) -> NginxDirective? {
    let start = address.range(after: "://") ?? address.startIndex
    let name = address[start...].prefix { $0 != "/" && $0 != ":" }.lowercased()
    return children.filter { $0.name == "http" || $0.name == "stream" }
      .flatMap { block in block.children.filter { $0.name == "upstream" } }
      .first { $0.values.first?.lowercased() == name }
  }

  private func tryFiles(
    _ files: NginxDirective, in level: NginxDirective, depth: Int, _ route: inout NginxRoute
  ) {
    let values = files.values
    let last = values.last ?? ""
    route.add("looks for files: \(values.dropLast().joined(separator: " ")), else \(last)", files)
    guard last.hasPrefix("@"), depth < 10, let server = route.server else { return }
    guard
      let named = server.directive.children.first(where: { child in
        child.name == "location" && child.values.first == last
      })
    else {
      route.add("no location \(last) exists: nginx answers 500", files)
      return
    }
    route.location = named
    route.add("location: \(last), where no file is found", named)
    handle(in: named, depth: depth + 1, &route)
  }
}

extension String {
  fileprivate func range(after separator: String) -> Index? {
    guard let found = firstRange(of: separator) else { return nil }
    return found.upperBound
  }
}

/// nginx's choice between servers: first the address, then the name.
private struct ServerChoice {
  let servers: [NginxServer]
  let request: NginxRequest

  init(servers: [NginxServer], _ request: NginxRequest) {
    self.servers = servers
    self.request = request
  }

  func choose(_ route: inout NginxRoute) -> NginxServer? {
    let onPort = servers.flatMap(\.addresses).filter { $0.port == request.port }
    guard
      let address = onPort.first(where: { $0.host == request.host })
        ?? onPort.first(where: \.isWildcard) ?? onPort.first
    else {
      route.add("nothing listens on port \(request.port)")
      return nil
    }
    let candidates = servers.filter { server in
      server.addresses.contains { $0.host == address.host && $0.port == address.port }
    }
    if let (server, reason) = named(candidates) {
      route.add("server: \(reason)", server.directive)
      return server
    }
    let marked = candidates.first { server in
      server.addresses.contains {
        $0.host == address.host && $0.port == address.port && $0.isDefault
      }
    }
    let reason = marked == nil ? "it is the first" : "it is the default server"
    let server = marked ?? candidates.first
    route.add(
      "server: no name fits \"\(request.host)\", and \(reason) of port \(address.port)",
      server?.directive)
    return server
  }

  private func named(_ candidates: [NginxServer]) -> (NginxServer, String)? {
    let host = request.host
    let kinds: [(String) -> String?] = [
      { $0 == host || $0 == ".\(host)" ? $0 : nil },
      { name in
        let ending = name.hasPrefix("*.") ? String(name.dropFirst()) : name
        return ending.hasPrefix(".") && host.hasSuffix(ending) && host != ending ? name : nil
      },
      { $0.hasSuffix(".*") && host.hasPrefix($0.dropLast()) ? $0 : nil },
    ]
    for kind in kinds {
      let matches = candidates.flatMap { server in
        server.names.compactMap(kind).map { (server, $0) }
      }
      let longest = matches.enumerated().max { left, right in
        (left.element.1.utf8.count, -left.offset) < (right.element.1.utf8.count, -right.offset)
      }
      if let (server, name) = longest?.element { return (server, "name \"\(name)\" fits") }
    }
    for server in candidates {
      for name in server.names where name.hasPrefix("~") {
        if matches(String(name.dropFirst())) { return (server, "pattern \"\(name)\" fits") }
      }
    }
    return nil
  }

  private func matches(_ pattern: String) -> Bool {
    let hasCapital = pattern.utf8.contains { $0 != Ascii.lowercased($0) }
    return LocationSearch.matches(
      ByteText(pattern.utf8), ByteText(request.host.utf8), ignoringCase: hasCapital
    )
  }
}
