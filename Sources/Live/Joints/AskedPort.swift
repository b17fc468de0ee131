/// The port on which a stack is asked for its pages.
package struct AskedPort: Hashable, Sendable {
  /// The port in the container.
  package var port: Int

  /// Where the engine publishes it; nil where it does not.
  package var published: LiveContainer.PublishedPort?
  package var hasTLS: Bool

  package init(port: Int, published: LiveContainer.PublishedPort?, hasTLS: Bool) {
    self.port = port
    self.published = published
    self.hasTLS = hasTLS
  }
}

extension Judge {
  /// Where pages are to be asked for; nil where nothing in the container serves any.
  ///
  /// A container of a database publishes a port too: it is no server of pages that does not answer.
  package var askedPort: AskedPort? {
    guard servesPages else { return nil }
    let published = seen.container?.publishedPorts ?? []
    if let port = best(of: published.map(\.containerPort).filter { !uwsgiPorts.contains($0) }) {
      return AskedPort(
        port: port, published: published.first { $0.containerPort == port }, hasTLS: hasTLS(port))
    }
    let listening = (seen.sockets ?? []).filter { $0.isListening && $0.family == .tcp }
    return best(of: listening.compactMap(\.port).filter(isForPages)).map {
      AskedPort(port: $0, published: nil, hasTLS: hasTLS($0))
    }
  }

  /// What nginx or uWSGI promise to listen on comes first, and plain HTTP before TLS.
  private func best(of ports: [Int]) -> Int? {
    let promised = promises.listens.map(\.value).filter { ports.contains($0.port) }
    return (promised.first { !$0.hasTLS } ?? promised.first)?.port
      ?? httpPorts.first(where: ports.contains) ?? usualPorts.first(where: ports.contains)
      ?? ports.min()
  }

  private func hasTLS(_ port: Int) -> Bool {
    let listens = promises.listens.map(\.value).filter { $0.port == port }
    return listens.isEmpty ? port == 443 : listens.allSatisfy(\.hasTLS)
  }

  private var servesPages: Bool {
    guard seen.processes != nil else { return true }
    let runs = !(seen.processes(.nginxMaster) + seen.processes(.uwsgi)).isEmpty
    return runs || isExpected("nginx", promises.startsNginx)
      || isExpected("uwsgi", promises.startsUwsgi)
  }

  /// Whether a port that is not published may be one of pages.
  private func isForPages(_ port: Int) -> Bool {
    let listens = promises.listens.map(\.value)
    if !listens.isEmpty { return listens.contains { $0.port == port } }
    return httpPorts.contains(port) || usualPorts.contains(port) && !uwsgiPorts.contains(port)
  }

  /// Where uWSGI itself speaks HTTP.
  private var httpPorts: [Int] { ports(speaking: .http) }

  /// Where uWSGI understands no browser.
  private var uwsgiPorts: [Int] { ports(speaking: .uwsgi) }

  private func ports(speaking speech: Promises.Upstream.Speech) -> [Int] {
    promises.uwsgiSockets.map(\.value).filter { $0.speech == speech }.compactMap { socket in
      socket.address.split(separator: ":").last.flatMap { Int($0) }
    }
  }
}

private let usualPorts = [80, 8080, 8000, 5000, 443, 8443]
