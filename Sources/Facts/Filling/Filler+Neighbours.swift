internal import Boot
internal import Machine
internal import SourceText

/// What a container sees of those beside it in a compose file.
extension Filler {
  /// Adds the other containers, and what they listen on.
  mutating func addNeighbours() {
    for neighbour in stack.membership?.neighbours ?? [] {
      var other = Filler(neighbour.stack)
      other.fillProcesses()
      let endpoints = other.rows.endpoints
      let areAddressesKnown = endpoints.allSatisfy { $0.address != nil }
      rows.services.append(
        ServiceFact(
          name: neighbour.service, isReachable: neighbour.isReachable,
          isKnown: neighbour.stack.tellsWhereItListens && areAddressesKnown,
          span: neighbour.span))
      for endpoint in endpoints {
        rows.endpoints.append(seen(endpoint, of: neighbour))
      }
    }
  }

  /// An endpoint of another container under the address that it has here.
  private func seen(_ endpoint: EndpointFact, of neighbour: Neighbour) -> EndpointFact {
    var seen = endpoint
    seen.id = rows.endpoints.count
    seen.processID = nil
    seen.service = neighbour.service
    if endpoint.family == "tcp" {
      let isLoopback = endpoint.host.map { $0.hasPrefix("127.") || $0 == "[::1]" } ?? false
      seen.isReachable =
        neighbour.sharesLoopback || (neighbour.isReachable && !isLoopback)
      if !neighbour.sharesLoopback, !isLoopback, let port = endpoint.port {
        seen.host = neighbour.service.lowercased()
        seen.address = "\(neighbour.service.lowercased()):\(port)"
      }
    } else {
      let path = endpoint.path.flatMap(neighbour.ownPath)
      seen.isReachable = path != nil && endpoint.family == "unix"
      seen.path = path ?? endpoint.path
      seen.address = path ?? endpoint.address
    }
    return seen
  }

  /// The container that a connection means: the one that its host names, or that shares its path.
  func neighbour(meantBy connection: ConnectionFact) -> Neighbour? {
    let neighbours = stack.membership?.neighbours ?? []
    if let host = connection.host?.lowercased() {
      return neighbours.first { $0.names.contains(host) }
    }
    guard connection.family == "unix", let path = connection.path else { return nil }
    return neighbours.first { neighbour in
      neighbour.sees(path) && neighbour.stack.boot.processes.contains { $0.program == .uwsgi }
    }
  }

  /// Whether a host is one that the networks of the container know; nil where others may know it.
  func isKnownHost(_ host: String?) -> Bool? {
    guard let host = host?.lowercased(), let membership = stack.membership else { return nil }
    if host.contains(".") || host.contains(":") { return nil }
    let outside = ["host", "gateway", "localhost"]
    let isNamed =
      membership.names.contains(host) || membership.outsideHosts.contains(host)
      || outside.contains(host)
      || membership.neighbours.contains { $0.isReachable && $0.names.contains(host) }
    if isNamed { return true }
    if membership.sleepingNames.contains(host) { return nil }
    // compose names containers after its project, which may be called anything: `shop_app_1`.
    let mayBeContainer = membership.neighbours.contains { neighbour in
      let service = neighbour.service.lowercased()
      return host.contains("_\(service)_") || host.contains("-\(service)-")
    }
    return membership.areNamesComplete && !mayBeContainer ? false : nil
  }
}

extension Stack {
  /// Whether no process listens on an address that is not told.
  fileprivate var tellsWhereItListens: Bool {
    boot.isComplete && !boot.processes.isEmpty
      && boot.processes.allSatisfy { process in
        !process.mayListen && process.configuration.isComplete
      }
  }
}
