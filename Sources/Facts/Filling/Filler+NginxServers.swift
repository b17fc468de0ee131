internal import Boot
internal import NginxConfig
internal import SourceText

extension Filler {
  /// Adds a server with its addresses; what its blocks inherit.
  mutating func addServer(
    _ directive: NginxDirective, _ children: [NamedDirective], _ outer: NginxInheritance,
    _ scope: NginxScope
  ) -> NginxInheritance {
    let id = rows.servers.count
    let names = children.filter { $0.name == "server_name" }.flatMap(\.directive.values)
    let root = children.last { $0.name == "root" }?.directive.values.first
    rows.servers.append(
      NginxServerFact(
        id: id, processID: scope.process.id, directiveID: scope.id(directive),
        names: names.joined(separator: " "), root: root ?? outer.root, span: directive.headSpan))
    let listens = children.filter { $0.name == "listen" }.map(\.directive)
    for listen in listens {
      addListen(NginxListen(listen.values), at: listen.headSpan, listen, server: id, scope)
    }
    if listens.isEmpty {
      let port = scope.process.user.id == 0 ? 80 : scope.process.user.id == nil ? nil : 8000
      addListen(
        NginxListen(defaultPort: port), at: directive.headSpan, nil, server: id, scope)
    }
    var inherited = outer
    inherited.server = id
    inherited.location = nil
    return inherited
  }

  private mutating func addListen(
    _ listen: NginxListen, at span: SourceSpan, _ directive: NginxDirective?, server: Int,
    _ scope: NginxScope
  ) {
    let address = listen.address
    rows.listens.append(
      NginxListenFact(
        serverID: server, directiveID: directive.map(scope.id), host: address?.host,
        port: address?.port, path: address?.path, isDefault: listen.isDefault,
        hasTLS: listen.hasTLS, isDatagram: listen.isDatagram, span: span))
    guard let address, listened.insert("\(scope.process.id) \(address.text)").inserted else {
      return
    }
    addEndpoint(
      address, protocol: listen.hasTLS ? "https" : "http", of: scope.process, at: span)
  }

  /// Adds something that listens; the address is nil where it is not known.
  mutating func addEndpoint(
    _ address: Address?, protocol: String, of process: BootProcess, at span: SourceSpan?
  ) {
    rows.endpoints.append(
      EndpointFact(
        id: rows.endpoints.count, processID: process.id, address: address?.text,
        family: (address?.family ?? .tcp).rawValue, path: address?.path, host: address?.host,
        port: address?.port, protocol: `protocol`, span: span))
  }

  /// Adds a location; what its blocks inherit.
  mutating func addLocation(
    _ directive: NginxDirective, _ children: [NamedDirective], _ outer: NginxInheritance,
    _ scope: NginxScope
  ) -> NginxInheritance {
    let id = rows.locations.count
    let matcher = NginxLocationMatcher(directive.values)
    let handler = children.last { NginxHandler.names.contains($0.name) }?.name
    var inherited = outer
    inherited.location = id
    let own = children.last { $0.name == "root" || $0.name == "alias" }
    let path = own?.directive.values.first.map {
      $0.hasPrefix("/") ? $0 : "\(scope.installation.prefix)/\($0)"
    }
    rows.locations.append(
      NginxLocationFact(
        id: id, serverID: outer.server, directiveID: scope.id(directive),
        parentID: outer.location, modifier: matcher.modifier, path: matcher.path,
        root: own?.name == "root" ? path : own == nil ? outer.root : nil,
        alias: own?.name == "alias" ? path : own == nil ? outer.alias : nil,
        handler: handler, span: directive.headSpan))
    // A rewritten URI may have lost the prefix before its file is looked for.
    let isForFiles =
      handler == nil && !children.contains { ["try_files", "rewrite"].contains($0.name) }
    if isForFiles, let own, own.name == "root", let path {
      addPrefixUse(matcher, below: path, at: own.directive.headSpan, scope)
    }
    return inherited
  }

  /// Where a `root` of its own makes nginx look for a location's files: below it and the prefix.
  private mutating func addPrefixUse(
    _ matcher: NginxLocationMatcher, below root: String, at span: SourceSpan, _ scope: NginxScope
  ) {
    let isPrefix = matcher.modifier.isEmpty || matcher.modifier == "^~"
    guard isPrefix, matcher.path != "/", !root.hasDollar else { return }
    addPathUse(
      "nginx-root-prefix", .read, root + "/" + matcher.path, by: scope.workers,
      of: scope.process.id, at: span)
  }
}

/// The parameters of a `listen` directive.
struct NginxListen {
  /// Nil where the text is none that can be read here.
  let address: Address?
  let isDefault: Bool
  let hasTLS: Bool
  let isDatagram: Bool

  init(_ parameters: [String]) {
    let flags = parameters.dropFirst()
    isDefault = flags.contains("default_server") || flags.contains("default")
    isDatagram = flags.contains("quic")
    hasTLS = flags.contains("ssl") || isDatagram
    address = parameters.first.flatMap(Self.address)
  }

  /// What a server without a `listen` listens on; nil where that hangs on who started nginx.
  init(defaultPort: Int?) {
    address = defaultPort.map { Address(host: "*", port: $0) }
    isDefault = false
    hasTLS = false
    isDatagram = false
  }

  private static func address(_ text: String) -> Address? {
    if text.lowercased().hasPrefix("unix:") { return Address(path: String(text.dropFirst(5))) }
    if let port = Int(text) { return Address(host: "*", port: port) }
    let bracket = text.lastIndex(of: "]") ?? text.startIndex
    guard let colon = text[bracket...].lastIndex(of: ":") else {
      return Address(host: text, port: 80)
    }
    guard let port = Int(text[text.index(after: colon)...]) else { return nil }
    return Address(host: String(text[..<colon]), port: port)
  }
}

/// The parameters of a `location` block.
struct NginxLocationMatcher {
  /// `=`, `^~`, `~`, `~*`, `@`, or empty for a prefix.
  let modifier: String
  let path: String

  /// A modifier may stand alone or be glued to what follows it.
  init(_ parameters: [String]) {
    guard let first = parameters.first else {
      modifier = ""
      path = ""
      return
    }
    if parameters.count > 1 {
      modifier = first
      path = parameters[1]
      return
    }
    let glued = ["^~", "~*", "=", "~", "@"].first { first.hasPrefix($0) } ?? ""
    modifier = glued
    path = String(first.dropFirst(glued.count))
  }
}
