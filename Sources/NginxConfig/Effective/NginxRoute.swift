/// The way that a request takes through a configuration, and why.
package struct NginxRoute: Sendable {
  /// One decision of nginx.
  package struct Step: Sendable {
    /// What nginx decides and why, in one line.
    package let reason: String

    /// The directive that decides; nil where nothing is written.
    package let directive: NginxDirective?
  }

  package internal(set) var steps: [Step] = []

  /// The server that answers; nil where nothing listens.
  package internal(set) var server: NginxServer?

  /// The location that is chosen; nil where none matches.
  package internal(set) var location: NginxDirective?

  /// What handles the request, such as `uwsgi_pass` or `return`; nil for files.
  package internal(set) var handler: NginxDirective?

  /// The status that nginx itself answers with, where that is known.
  package internal(set) var status: Int?

  /// The file that is looked for; nil for what is no file, and where no files are known.
  package internal(set) var file: String?

  /// The path at the end, after rewrites and internal redirects.
  package internal(set) var path = ""

  /// Whether nothing on the way hangs on what is not known.
  package internal(set) var isCertain = true

  mutating func add(_ reason: String, _ directive: NginxDirective? = nil) {
    steps.append(Step(reason: reason, directive: directive))
  }

  /// The directives that hand a request to another program.
  static let handlers: Set<String> = [
    "proxy_pass", "uwsgi_pass", "fastcgi_pass", "scgi_pass", "grpc_pass", "memcached_pass",
  ]
}

extension NginxConfiguration {
  /// Finds the server, the location and the handler that a request would reach.
  ///
  /// Without files, whether one is there is left open.
  package func route(_ request: NginxRequest, files: RouteFiles? = nil) -> NginxRoute {
    guard let (server, reason) = ServerChoice(servers: servers, request: request).choose() else {
      var route = NginxRoute()
      route.add("nothing listens on port \(request.port)")
      return route
    }
    var walk = RouteWalk(configuration: self, request: request, server: server, files: files)
    walk.route.server = server
    walk.route.add("server: \(reason)", server.directive)
    walk.run()
    return walk.route
  }

  /// The `upstream` block that a `*_pass` names.
  package func upstream(named address: String) -> NginxDirective? {
    let start = address.range(after: "://") ?? address.startIndex
    let name = address[start...].prefix { $0 != "/" && $0 != ":" }.lowercased()
    return children.filter { $0.name == "http" || $0.name == "stream" }
      .flatMap { block in block.children.filter { $0.name == "upstream" } }
      .first { $0.values.first?.lowercased() == name }
  }
}

extension String {
  fileprivate func range(after separator: String) -> Index? {
    firstRange(of: separator)?.upperBound
  }
}
