/// A `server` block of `http`.
package struct NginxServer: Sendable, Identifiable {
  package let directive: NginxDirective

  /// The `listen`s; a server without any listens on port 80 of all addresses.
  package let addresses: [NginxListen]

  /// The names in lower case, patterns and wildcards among them; one empty name where there is none.
  package let names: [String]

  package var id: Int { directive.id }

  init(_ directive: NginxDirective) {
    self.directive = directive
    let listens = directive.children.filter { $0.name == "listen" }.compactMap(NginxListen.init)
    addresses = listens.isEmpty ? [NginxListen(host: "0.0.0.0", port: 80)] : listens
    let given = directive.children.filter { $0.name == "server_name" }.flatMap(\.values)
    names = given.isEmpty ? [""] : given.map { $0.hasPrefix("~") ? $0 : $0.lowercased() }
  }
}

/// An address that a server listens on.
package struct NginxListen: Hashable, Sendable {
  /// `0.0.0.0` or `[::]` for all addresses; the path of a socket.
  package let host: String

  /// 0 for a socket.
  package let port: Int
  package var isDefault = false
  package var isSecure = false

  /// The id of the `listen`; nil for the address that nginx assumes.
  package var directiveID: Int?

  init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Reads a `listen`; nil where nginx refuses it.
  init?(_ directive: NginxDirective) {
    guard let text = directive.values.first,
      let address = try? NginxAddress(ByteText(text.utf8), isListen: true, defaultPort: 80)
    else { return nil }
    switch address.form {
    case .unix: self.init(host: address.host.printable, port: 0)
    case .wildcard: self.init(host: "0.0.0.0", port: address.port)
    case .version6(let bytes):
      self.init(host: "[\(NetworkAddress.text(version6: bytes))]", port: address.port)
    case .version4, .name: self.init(host: address.host.printable, port: address.port)
    }
    let options = directive.values.dropFirst()
    isDefault = options.contains("default_server") || options.contains("default")
    isSecure = options.contains("ssl")
    directiveID = directive.id
  }

  package var isUnix: Bool { port == 0 }

  /// Whether it stands for all addresses of a family.
  package var isWildcard: Bool { host == "0.0.0.0" || host == "[::]" }
}

extension NginxConfiguration {
  /// The servers of `http`, in their order.
  package var servers: [NginxServer] {
    children.filter { $0.name == "http" }
      .flatMap { http in http.children.filter { $0.name == "server" && $0.isBlock } }
      .map(NginxServer.init)
  }
}
