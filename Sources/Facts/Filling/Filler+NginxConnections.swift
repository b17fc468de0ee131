internal import Boot
internal import NginxConfig
internal import SourceText

extension Filler {
  /// Adds a connection for each address that a `*_pass` directive may pass a request to.
  mutating func addConnections(of directive: NginxDirective, _ scope: NginxScope) {
    guard let parameter = directive.parameters.first else { return }
    let isVariable = parameter.hasDollar
    let text =
      isVariable ? scope.taint.resolved(parameter.value, at: directive) : parameter.value
    var target = PassTarget(text, directive: directive.name)
    target.isResolvedLate = isVariable
    switch target.kind {
    case .variable:
      addConnection(nil, target, at: parameter.span, of: directive, scope)
    case .address(let address):
      addConnection(address, target, at: parameter.span, of: directive, scope)
    case .name(let name):
      addConnections(toUpstream: name, target, parameter, of: directive, scope)
    }
  }

  private mutating func addConnections(
    toUpstream name: String, _ target: PassTarget, _ parameter: NginxParameter,
    of directive: NginxDirective, _ scope: NginxScope
  ) {
    guard let servers = scope.upstreams.servers(of: name) else {
      // Without an upstream of the name, proxy_pass knows a port; the others refuse to load.
      let address =
        directive.name == "proxy_pass" ? Address(host: name, port: target.hasTLS ? 443 : 80) : nil
      addConnection(address, target, at: parameter.span, of: directive, scope)
      return
    }
    for server in servers {
      guard let text = server.parameters.first else { continue }
      let address = NginxUpstreamServer(text.value).address
      addConnection(address, target, at: text.span, of: directive, scope, upstream: name)
    }
  }

  private mutating func addConnection(
    _ address: Address?, _ target: PassTarget, at span: SourceSpan, of directive: NginxDirective,
    _ scope: NginxScope, upstream: String? = nil
  ) {
    var spoken = NginxHandler.protocols[directive.name] ?? "http"
    if spoken == "http", target.hasTLS { spoken = "https" }
    rows.connections.append(
      ConnectionFact(
        id: rows.connections.count, processID: scope.process.id, directiveID: scope.id(directive),
        address: address?.text, isResolvedLate: target.isResolvedLate,
        family: (address?.family ?? .tcp).rawValue, path: address?.path,
        host: address?.host, port: address?.port, isLocal: address?.isLocal, protocol: spoken,
        upstream: upstream, user: scope.workers.name, userID: scope.workers.id, span: span))
  }
}

/// The address of a `server` in an upstream: no scheme, no URI, port 80 by default.
struct NginxUpstreamServer {
  let address: Address?

  init(_ text: String) {
    if text.lowercased().hasPrefix("unix:") {
      address = Address(path: String(text.dropFirst(5)))
      return
    }
    let bracket = text.lastIndex(of: "]") ?? text.startIndex
    guard let colon = text[bracket...].lastIndex(of: ":") else {
      address = Address(host: text, port: 80)
      return
    }
    address = Int(text[text.index(after: colon)...]).map {
      Address(host: String(text[..<colon]), port: $0)
    }
  }
}
