extension Observation {
  /// Where nginx's error log says that it passes requests to.
  package var loggedUpstreams: [Promises.Upstream] {
    var found: [Promises.Upstream] = []
    for line in log {
      guard let upstream = Self.upstream(in: line.text), !found.contains(upstream) else { continue }
      found.append(upstream)
    }
    return found
  }

  /// Reads `connect() to unix:/tmp/x.sock failed (…, upstream: "uwsgi://…"`.
  private static func upstream(in line: String) -> Promises.Upstream? {
    guard let mark = line.range(of: "upstream: \""),
      let separator = line[mark.upperBound...].range(of: "://")
    else { return nil }
    let scheme = String(line[mark.upperBound..<separator.lowerBound])
    let speech = Promises.Upstream.Speech(rawValue: scheme) ?? .other
    if let start = line.range(of: "connect() to "),
      let end = line[start.upperBound...].range(of: " failed (")
    {
      // Only here does the address end where it ends: the other form adds a colon and a path.
      let address = normalised(line[start.upperBound..<end.lowerBound])
      return Promises.Upstream(address: address, speech: speech)
    }
    guard let quote = line[separator.upperBound...].firstIndex(of: "\"") else { return nil }
    let rest = line[separator.upperBound..<quote]
    if rest.hasPrefix("unix:") {
      let end = rest.dropFirst(5).firstIndex(of: ":") ?? rest.endIndex
      return Promises.Upstream(address: normalised(rest[..<end]), speech: speech)
    }
    return Promises.Upstream(address: String(rest.prefix { $0 != "/" }), speech: speech)
  }

  /// `unix:///tmp/a`, `unix:/tmp/a` and `/tmp/a` are one address.
  package static func normalised(_ address: some StringProtocol) -> String {
    guard address.hasPrefix("unix:") || address.hasPrefix("/") else { return String(address) }
    let path = address.hasPrefix("unix:") ? String(address.dropFirst(5)) : String(address)
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// Who listens at an address; nil where the sockets were not seen or are another machine's.
  package func listener(at address: String) -> LiveSocket?? {
    guard let sockets else { return nil }
    let listening = sockets.filter(\.isListening)
    guard !address.hasPrefix("/"), !address.hasPrefix("@") else {
      return .some(listening.first { $0.family == .unix && Self.isSame($0.address, address) })
    }
    guard let colon = address.lastIndex(of: ":"),
      let port = Int(address[address.index(after: colon)...])
    else { return nil }
    let host = address[..<colon]
    guard isOwnHost(host) else { return nil }
    return .some(
      listening.first { socket in
        guard socket.port == port else { return false }
        return host == "localhost" || socket.address == address
          || socket.address.hasPrefix("0.0.0.0:") || socket.address.hasPrefix("[::]:")
      })
  }

  /// Whether a Unix socket answers, or may, that nobody in this container has bound.
  ///
  /// The kernel lists the sockets of one network alone; who shares a folder reaches those of others too.
  func isSocketOfOthers(_ address: String) -> Bool {
    guard files[address]?.kind == .socket else { return false }
    if let direct = requests.direct[address] { return direct.failure != .refused }
    return requests.root?.answer.map { $0.status < 500 } ?? false
  }

  /// The container beside this one that an address leads to, and the port; nil where it is none.
  package func neighbour(at address: String) -> (Neighbour, port: Int)? {
    guard let colon = address.lastIndex(of: ":"),
      let port = Int(address[address.index(after: colon)...])
    else { return nil }
    let host = String(address[..<colon])
    let networks = container?.networks ?? []
    return neighbours.first { neighbour in
      neighbour.hosts.contains(host) && !neighbour.networks.isDisjoint(with: networks)
        // One that runs and could not be looked at tells nothing.
        && (neighbour.sockets != nil || !neighbour.isRunning)
    }.map { ($0, port) }
  }

  private func isOwnHost(_ host: Substring) -> Bool {
    host == "localhost" || host.hasPrefix("127.") || host == "0.0.0.0" || host == "[::1]"
      || container?.address.map { $0 == host } ?? false
  }

  /// The kernel knows a socket by the name that it was bound to, which may be relative.
  private static func isSame(_ bound: String, _ path: String) -> Bool {
    bound == path
      || !bound.hasPrefix("/") && !bound.hasPrefix("@")
        && path.hasSuffix("/" + bound.drop { $0 == "." || $0 == "/" })
  }
}

extension Judge {
  /// The container that nginx passes requests to, and what is broken there, if that breaks a joint here.
  func cause(elsewhere joint: Joint) -> (neighbour: String, cause: Joint)? {
    guard joint == .upstreamSocketMissing || joint.follows(from: .upstreamSocketMissing) else {
      return nil
    }
    for upstream in upstreams {
      if let (neighbour, _) = seen.neighbour(at: upstream.value.address),
        let cause = neighbour.cause
      {
        return (neighbour.name, cause)
      }
    }
    return nil
  }

  /// Where nginx passes requests to: by its configuration, else by its log.
  package var upstreams: [Promises.Promised<Promises.Upstream>] {
    promises.upstreams.isEmpty
      ? seen.loggedUpstreams.map { .init($0) } : promises.upstreams
  }
}
