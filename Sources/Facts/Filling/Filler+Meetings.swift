internal import Boot
internal import Image
internal import Machine
internal import NginxConfig

extension Filler {
  /// Joins each connection with the endpoint that answers there.
  mutating func joinConnections() {
    var listening: [String: [(address: Address, endpoint: EndpointFact)]] = [:]
    for endpoint in rows.endpoints where endpoint.isReachable {
      guard let address = endpoint.meetingAddress.map(followingLinks) else { continue }
      listening[address.meetingKey, default: []].append((address, endpoint))
    }
    for index in rows.connections.indices {
      let neighbour = neighbour(meantBy: rows.connections[index])
      rows.connections[index].service = neighbour?.service
      rows.connections[index].isKnownHost = isKnownHost(rows.connections[index].host)
      rows.connections[index].isShared =
        rows.connections[index].path.flatMap { stack.membership?.shares($0) } ?? false
      let connection = rows.connections[index]
      guard let address = connection.meetingAddress(of: neighbour).map(followingLinks) else {
        continue
      }
      let candidates = listening[address.meetingKey] ?? []
      guard let answering = candidates.first(where: { $0.address.answers(address) })?.endpoint
      else { continue }
      rows.connections[index].endpointID = answering.id
      rows.connections[index].isAllowed = isAllowed(connection, to: answering)
    }
  }

  /// `/var/run/app.sock` is `/run/app.sock` where the one folder is a link to the other.
  private func followingLinks(_ address: Address) -> Address {
    guard address.family == .unix, let path = address.path,
      let realPath = container.image?.tree.realPath(of: path)
    else { return address }
    return Address(path: realPath)
  }

  /// Connecting needs write permission on the socket, and a way through its folders.
  private func isAllowed(_ connection: ConnectionFact, to endpoint: EndpointFact) -> Bool? {
    guard endpoint.family == "unix", let path = endpoint.path else { return true }
    guard let id = connection.userID else { return nil }
    if id == 0 { return true }
    let nginx = rows.nginxInstances.first { $0.processID == connection.processID }
    let user = ProcessUser(
      name: connection.user, id: id,
      groupID: nginx?.groupID ?? container.accounts.user(id: id).value?.groupID)
    guard container.permitsSearch(user, path) != false else { return false }
    guard let mode = endpoint.mode, let owner = endpoint.ownerID else { return nil }
    return PermissionCheck.allows(
      0o2, mode: mode, owner: owner, group: endpoint.groupID, user: id,
      groups: container.groups(of: user))
  }
}

extension EndpointFact {
  fileprivate var meetingAddress: Address? {
    Address(family: family, path: path, host: host, port: port)
  }
}

extension ConnectionFact {
  /// A container has many names, but its endpoints go by the one of its service.
  fileprivate func meetingAddress(of neighbour: Neighbour?) -> Address? {
    let host = family == "tcp" ? neighbour?.service.lowercased() ?? host : host
    return address == nil ? nil : Address(family: family, path: path, host: host, port: port)
  }
}

extension Address {
  /// Equal for all that may meet: a path, or a port.
  fileprivate var meetingKey: String {
    path ?? port.map { ":\($0)" } ?? ""
  }

  /// An address as a row has it; nil where the row does not know it.
  fileprivate init?(family: String, path: String?, host: String?, port: Int?) {
    switch (Family(rawValue: family), path, host, port) {
    case (.unix, let path?, _, _): self.init(path: path)
    case (.abstract, let path?, _, _): self.init(abstract: path)
    case (.tcp, _, let host?, let port?): self.init(host: host, port: port)
    default: return nil
    }
  }
}
