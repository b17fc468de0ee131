import SourceText

extension NginxLoader {
  /// Checks a `listen` and notes its addresses (`ngx_http_core_listen`).
  mutating func checkListen(_ statement: Statement) {
    let isHTTP = block.context == .server
    let server = state.servers.count - 1
    guard server >= 0 else { return }
    state.servers[server].hasListen = true
    guard let (address, texts) = readListen(statement, isHTTP: isHTTP) else { return }
    guard checkListenOptions(statement, isHTTP: isHTTP) else { return }
    let options = ListenOptions(statement)
    if options.isSecure, state.servers[server].secure == nil {
      state.servers[server].secure = (Int32(statement.id), "listen ... ssl")
    }
    for (text, port) in texts {
      guard add(text, port: port, address, options, statement, isHTTP: isHTTP) else { return }
    }
  }

  /// The address of a `listen` in nginx's spellings; servers mostly listen where the last one did.
  private mutating func readListen(
    _ statement: Statement, isHTTP: Bool
  ) -> (NginxAddress, [(String, Int)])? {
    if let last = state.lastListen, last.word == statement[1] { return (last.address, last.texts) }
    guard let address = readListenAddress(statement, defaultPort: isHTTP ? 80 : 0),
      let texts = listenTexts(of: address, statement)
    else { return nil }
    state.lastListen = (statement[1], address, texts)
    return (address, texts)
  }

  private mutating func readListenAddress(
    _ statement: Statement, defaultPort: Int
  ) -> NginxAddress? {
    do {
      return try NginxAddress(statement[1], isListen: true, defaultPort: defaultPort)
    } catch {
      let text = statement.printable(1)
      refuse(.server(.listenAddress(reason: error.reason, text)), statement, word: 1)
      return nil
    }
  }

  /// nginx's spellings of the addresses of a `listen`; nil where its name cannot be resolved.
  private mutating func listenTexts(
    of address: NginxAddress, _ statement: Statement
  ) -> [(String, Int)]? {
    let hosts: [String]
    switch address.form {
    case .unix: return [("unix:\(address.host.printable)", 0)]
    case .wildcard: hosts = ["0.0.0.0"]
    case .version4(let bytes): hosts = [bytes.map(String.init).joined(separator: ".")]
    case .version6(let bytes): hosts = ["[\(NetworkAddress.text(version6: bytes))]"]
    case .name:
      guard let resolved = resolve(listenHost: address, statement) else { return nil }
      hosts = resolved
    }
    let ports = address.port...max(address.port, address.lastPort)
    return hosts.flatMap { host in ports.map { ("\(host):\($0)", $0) } }
  }

  private mutating func resolve(listenHost address: NginxAddress, _ statement: Statement)
    -> [String]?
  {
    let name = address.host.printable
    if let found = setup.hostNames?[name] { return found }
    let fault = ServerFault.listenAddress(reason: "host not found", statement.printable(1))
    // A name with a `$` is no host anywhere: nginx replaces no variables here.
    let isImpossible = setup.hostNames != nil || name.utf8.contains(Ascii.dollar)
    refuse(.server(fault), statement, word: 1, consequence: isImpossible ? nil : .unknown)
    return nil
  }

  /// Adds a server to an address (`ngx_http_add_listen`); false where nginx refuses it.
  private mutating func add(
    _ text: String, port: Int, _ address: NginxAddress, _ options: ListenOptions,
    _ statement: Statement, isHTTP: Bool
  ) -> Bool {
    let server = Int32(state.servers.count - 1)
    let isWildcard = text.hasPrefix("0.0.0.0:") || text.hasPrefix("[::]:")
    let (number, isNew) = state.addresses.insert(text) {
      ListenAddresses.Entry(
        servers: [server], hasOptions: options.setsOptions, hasDefaultServer: options.isDefault,
        defaultServer: server, isWildcard: isWildcard, family: address.family, port: port,
        binds: options.setsOptions, isSecure: options.isSecure,
        protocols: ListenProtocols(options.protocols)
      )
    }
    guard !isNew else { return true }
    guard isHTTP else {
      refuse(.server(.duplicateAddressPair(text)), statement, word: 1)
      return false
    }
    if let fault = conflict(of: server, options, at: number, text) {
      refuse(.server(fault), statement)
      return false
    }
    warnOfProtocols(options, at: number, text, statement)
    state.addresses.update(number) { entry in
      entry.servers.append(server)
      entry.hasOptions = entry.hasOptions || options.setsOptions
      entry.binds = entry.binds || options.setsOptions
      entry.isSecure = entry.isSecure || options.isSecure
      if options.isDefault {
        entry.hasDefaultServer = true
        entry.defaultServer = server
      }
    }
    return true
  }

  private mutating func warnOfProtocols(
    _ options: ListenOptions, at number: Int, _ text: String, _ statement: Statement
  ) {
    let hadOptions = state.addresses.entries[number].hasOptions
    var isRedefined = false
    state.addresses.update(number) { entry in
      isRedefined = entry.protocols.add(
        options.protocols, setsOptions: options.setsOptions, hadOptions: hadOptions)
    }
    guard isRedefined, !setup.build.isOlder(than: 1, 23, 4), setup.build.version != nil else {
      return
    }
    refuse(.ignored("protocol options redefined for \(text)"), statement)
  }

  private func conflict(
    of server: Int32, _ options: ListenOptions, at number: Int, _ text: String
  ) -> ServerFault? {
    let entry = state.addresses.entries[number]
    if entry.servers.last == server { return .duplicateListen(text) }
    if options.setsOptions, entry.hasOptions { return .duplicateListenOptions(text) }
    if options.isDefault, entry.hasDefaultServer { return .duplicateDefaultServer(text) }
    return nil
  }

  /// A server without `listen` listens on port 80 (`ngx_http_core_server`).
  mutating func addDefaultListen(_ id: Int) {
    let server = Int32(state.servers.count - 1)
    let (number, isNew) = state.addresses.insert("0.0.0.0:80") {
      ListenAddresses.Entry(
        servers: [server], hasOptions: false, hasDefaultServer: false, defaultServer: server,
        isWildcard: true, family: 4, port: 80, binds: false, isSecure: false
      )
    }
    if !isNew { state.addresses.update(number) { $0.servers.append(server) } }
  }
}

/// What the parameters of a `listen` decide.
struct ListenOptions {
  private(set) var isDefault = false
  private(set) var isSecure = false
  private(set) var protocols: ListenProtocols.Set = []

  /// Whether one of them sets an option of the socket, which only one `listen` may do.
  private(set) var setsOptions = false

  init(_ statement: Statement) {
    for word in 2..<max(2, statement.count) {
      let value = statement.cString(word)
      if value.isText("default_server") || value.isText("default") {
        isDefault = true
      } else if value.isText("ssl") {
        isSecure = true
        protocols.insert(.ssl)
      } else if value.isText("http2") {
        protocols.insert(.http2)
      } else if value.isText("quic") {
        protocols.insert(.quic)
      } else if value.isText("proxy_protocol") {
        protocols.insert(.proxyProtocol)
      } else if !value.isText("udp") {
        setsOptions = true
      }
    }
  }
}

extension NginxAddress {
  var isUnix: Bool {
    if case .unix = form { true } else { false }
  }

  /// A number for the kind of socket.
  var family: Int {
    switch form {
    case .unix: 1
    case .version6: 6
    case .version4, .wildcard, .name: 4
    }
  }
}
