internal import NginxConfig

/// The upstreams of an nginx, by name.
struct NginxUpstreams {
  private var servers: [String: [NginxDirective]] = [:]

  init(_ configurations: [NginxConfiguration]) {
    for configuration in configurations {
      collect(configuration.children)
    }
  }

  /// The `server` directives of an upstream; names are compared without case.
  func servers(of name: String) -> [NginxDirective]? {
    servers[name.lowercased()]
  }

  private mutating func collect(_ directives: NginxChildren) {
    for directive in directives where directive.isBlock {
      if directive.name == "upstream", let name = directive.values.first {
        servers[name.lowercased()] = directive.children.filter { $0.name == "server" }
      } else if directive.name == "http" {
        collect(directive.children)
      }
    }
  }
}
