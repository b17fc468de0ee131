/// nginx's choice between servers: first the address, then the name.
struct ServerChoice {
  let servers: [NginxServer]
  let request: NginxRequest

  /// The server that answers and why; nil where nothing listens.
  func choose() -> (server: NginxServer, reason: String)? {
    let onPort = servers.flatMap(\.addresses).filter { $0.port == request.port }
    guard
      let address = onPort.first(where: { $0.host == request.host })
        ?? onPort.first(where: \.isWildcard) ?? onPort.first
    else { return nil }
    let candidates = servers.filter { $0.listens(on: address) }
    if let named = named(candidates) { return named }
    let marked = candidates.first { $0.isDefault(on: address) }
    let reason = marked == nil ? "it is the first" : "it is the default server"
    return (marked ?? candidates.first).map { server in
      (server, "no name fits \"\(request.host)\", and \(reason) of port \(address.port)")
    }
  }

  private func named(_ candidates: [NginxServer]) -> (server: NginxServer, reason: String)? {
    for fits in [fitsExactly, fitsAtEnd, fitsAtStart] {
      let matches = candidates.flatMap { server in
        server.names.filter(fits).map { (server: server, name: $0) }
      }
      // Of two servers with one name the first keeps it.
      let longest = matches.reduce(matches.first) { best, next in
        best.map { next.name.utf8.count > $0.name.utf8.count ? next : $0 }
      }
      if let longest { return (longest.server, "name \"\(longest.name)\" fits") }
    }
    for server in candidates {
      for name in server.names where name.hasPrefix("~") && matches(name.dropFirst()) {
        return (server, "pattern \"\(name)\" fits")
      }
    }
    return nil
  }

  private func fitsExactly(_ name: String) -> Bool {
    name == request.host || name == ".\(request.host)"
  }

  private func fitsAtEnd(_ name: String) -> Bool {
    let ending = name.hasPrefix("*.") ? name.dropFirst() : name[...]
    return ending.hasPrefix(".") && request.host.hasSuffix(ending) && request.host != ending
  }

  private func fitsAtStart(_ name: String) -> Bool {
    name.hasSuffix(".*") && request.host.hasPrefix(name.dropLast())
  }

  private func matches(_ pattern: Substring) -> Bool {
    let hasCapital = pattern.utf8.contains { $0 != Ascii.lowercased($0) }
    return LocationSearch.matches(
      ByteText(pattern.utf8), ByteText(request.host.utf8), ignoringCase: hasCapital
    )
  }
}

extension NginxServer {
  fileprivate func listens(on address: NginxListen) -> Bool {
    addresses.contains { $0.host == address.host && $0.port == address.port }
  }

  fileprivate func isDefault(on address: NginxListen) -> Bool {
    addresses.contains { $0.host == address.host && $0.port == address.port && $0.isDefault }
  }
}
