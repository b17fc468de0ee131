import SourceText

extension NginxLoader {
  /// Enters the name of an `upstream` block (`ngx_http_upstream`).
  mutating func addUpstreamBlock(_ statement: Statement) {
    upstream = UpstreamRecord()
    let host = statement[1]
    for number in state.upstreams.numbers(of: host) {
      let entry = state.upstreams.entries[Int(number)]
      if entry.isBlock {
        let first = NginxDirective(id: Int(entry.directive), tree: tree).headSpan
        report(
          .server(.duplicateUpstream(host.printable)), at: statement.range(1),
          related: [RelatedSpan(span: first, message: "the first one")]
        )
        return
      }
      if !entry.hasNoPort {
        report(
          NginxProblem(
            .server(.upstreamWithPort(host.printable, port: entry.port)),
            span: NginxDirective(id: Int(entry.directive), tree: tree).headSpan,
            reported: .at(entry.file, offset: Int(entry.offset))
          )
        )
        return
      }
      upstream.number = number
      state.upstreams.update(number) { entry in
        entry.isBlock = true
        entry.port = 0
      }
      return
    }
    upstream.number = Int32(state.upstreams.entries.count)
    append(statement, host: host, port: 0, hasNoPort: true, isBlock: true, isResolved: true)
  }

  /// Enters an address that something passes requests to (`ngx_http_upstream_add`).
  mutating func addUpstream(_ address: NginxAddress, _ statement: Statement) {
    for number in state.upstreams.numbers(of: address.host) {
      let entry = state.upstreams.entries[Int(number)]
      if entry.isBlock, !address.hasNoPort, !address.isUnix {
        refuse(
          .server(.upstreamWithPort(address.host.printable, port: address.port)), statement,
          word: 1
        )
        return
      }
      if entry.port != 0, address.port != 0, entry.port != address.port { continue }
      return
    }
    let isResolved: Bool
    switch address.form {
    case .unix: isResolved = true
    case .name: isResolved = false
    case .version4, .version6, .wildcard: isResolved = address.port != 0
    }
    append(
      statement, host: address.host, port: address.port,
      hasNoPort: address.hasNoPort || address.isUnix, isBlock: false, isResolved: isResolved
    )
  }

  private mutating func append(
    _ statement: Statement, host: ByteText, port: Int, hasNoPort: Bool, isBlock: Bool,
    isResolved: Bool
  ) {
    state.upstreams.append(
      UpstreamNames.Entry(
        host: host, port: port, hasNoPort: hasNoPort, isBlock: isBlock, isResolved: isResolved,
        directive: Int32(statement.id), file: tree.inclusions[Int(file.inclusion)].file,
        offset: Int32(offset)
      )
    )
  }

  /// Reports the upstreams whose names nothing defines, at the end of `http`.
  mutating func checkUpstreamsAreKnown() {
    for entry in state.upstreams.entries {
      let host = entry.host.printable
      if entry.isBlock {
        if entry.hasOnlyBackups { reportOnlyBackups(entry, host) }
      } else if entry.isResolved {
        continue
      } else if entry.port == 0 {
        // An upstream of this name may stand in a file that is not known.
        reportUpstream("no port", entry, host, isCertain: isComplete && !hasForeignVariables)
      } else if setup.resolves(entry.host) != true {
        let isCertain = setup.hostNames != nil
        reportUpstream("host not found", entry, host, isCertain: isCertain)
      }
    }
  }

  private mutating func reportOnlyBackups(_ entry: UpstreamNames.Entry, _ host: String) {
    reportUpstream(.noServersIn(host), entry, isCertain: !hasForeignVariables)
  }

  private mutating func reportUpstream(
    _ reason: String, _ entry: UpstreamNames.Entry, _ host: String, isCertain: Bool
  ) {
    reportUpstream(.upstreamAddress(reason: reason, host), entry, isCertain: isCertain)
  }

  private mutating func reportUpstream(
    _ fault: ServerFault, _ entry: UpstreamNames.Entry, isCertain: Bool
  ) {
    report(
      NginxProblem(
        .server(fault),
        span: NginxDirective(id: Int(entry.directive), tree: tree).headSpan,
        reported: .at(entry.file, offset: Int(entry.offset)),
        consequence: isCertain ? nil : .unknown
      )
    )
  }

  // MARK: Within an upstream block

  private static var serverParameters: [KeyedParameter] {
    [
      KeyedParameter(key: "weight=", kind: .integer(1...Int.max), complaint: "parameter"),
      KeyedParameter(key: "max_conns=", kind: .integer(0...Int.max), complaint: "parameter"),
      KeyedParameter(key: "max_fails=", kind: .integer(0...Int.max), complaint: "parameter"),
      KeyedParameter(key: "fail_timeout=", kind: .seconds, complaint: "parameter"),
      KeyedParameter(key: "backup", kind: .word, complaint: ""),
      KeyedParameter(key: "down", kind: .word, complaint: ""),
    ]
  }

  private static var newerServerParameters: [KeyedParameter] {
    [
      KeyedParameter(key: "resolve", kind: .word, complaint: ""),
      KeyedParameter(key: "service=", kind: .anything, complaint: ""),
      KeyedParameter(key: "route=", kind: .anything, complaint: ""),
      KeyedParameter(key: "slow_start=", kind: .seconds, complaint: "parameter"),
      KeyedParameter(key: "drain", kind: .word, complaint: ""),
    ]
  }

  /// A `server` of an `upstream` (`ngx_http_upstream_server`).
  mutating func checkUpstreamServer(_ statement: Statement) {
    let isOld = setup.build.version.map { $0 < NginxVersion(1, 27, 3) } ?? false
    let keys = Self.serverParameters + (isOld ? [] : Self.newerServerParameters)
    upstream.serverCount += 1
    var isBackup = false
    for word in 2..<max(2, statement.count) {
      if statement.cString(word).isText("backup") {
        isBackup = true
        if !upstream.allowsBackup {
          refuse(.unsupportedByMethod("backup"), statement, word: word)
          return
        }
      }
      guard check(statement, words: word..<word + 1, keys: keys) else { return }
    }
    if !isBackup { upstream.hasOnlyBackups = false }
    if let reason = serverFault(statement) {
      refuse(
        .server(.upstreamAddress(reason: reason, statement.printable(1))), statement, word: 1
      )
    }
  }

  /// nginx's words for what is wrong with the address of a `server`.
  private mutating func serverFault(_ statement: Statement) -> String? {
    do {
      let isHTTP = block.context == .upstream
      let address = try NginxAddress(statement[1], defaultPort: isHTTP ? 80 : 0)
      if case .name = address.form, !resolve(server: address, statement) { return nil }
      return address.port == 0 && address.hasNoPort ? "no port" : nil
    } catch {
      return error.reason
    }
  }

  /// Whether nginx goes on after it has asked for the address of a server.
  private mutating func resolve(server address: NginxAddress, _ statement: Statement) -> Bool {
    if setup.resolves(address.host) == true { return true }
    for word in 2..<max(2, statement.count) where statement.cString(word).isText("resolve") {
      return true
    }
    refuse(
      .server(.upstreamAddress(reason: "host not found", statement.printable(1))), statement,
      word: 1, consequence: setup.hostNames == nil ? .unknown : nil
    )
    return setup.hostNames == nil
  }

  /// A balancing method: the second one of an `upstream` replaces the first.
  mutating func checkMethod(_ statement: Statement, _ setter: NginxSetter) {
    let isHash = setter == .upstreamHash || setter == .streamUpstreamHash
    if isHash { compileVariables(statement, word: 1) }
    if setter == .upstreamKeepalive {
      checkKeepaliveConnections(statement)
      return
    }
    if upstream.hasMethod { refuse(.server(.methodRedefined), statement) }
    let keepsBackup = setter == .upstreamLeastConn || setter == .streamUpstreamLeastConn
    upstream.allowsBackup = keepsBackup
    upstream.hasMethod = true
    if isHash, statement.count > 2, !statement.cString(2).isText("consistent") {
      refuse(invalid: "parameter", statement, word: 2)
    }
    checkRandom(statement, setter)
  }

  /// Checks a `keepalive`, which stood in for a balancing method until 1.29.7.
  private mutating func checkKeepaliveConnections(_ statement: Statement) {
    let isMethod = setup.build.isOlder(than: 1, 29, 7)
    if statement.count > 2, isMethod {
      refuse(.structure(.wrongParameterCount("keepalive")), statement)
      return
    }
    let number = NginxNumber.integer(statement[1])
    if number == nil || number == 0 && isMethod {
      let text = "invalid value \"\(statement.printable(1))\" in \"keepalive\" directive"
      refuse(.rule(directive: "keepalive", text), statement, word: 1)
    } else if isMethod || setup.build.version == nil {
      upstream.hasMethod = true
    }
  }

  private mutating func checkRandom(_ statement: Statement, _ setter: NginxSetter) {
    guard setter == .upstreamRandom || setter == .streamUpstreamRandom else { return }
    if statement.count > 1, !statement.cString(1).isText("two") {
      refuse(invalid: "parameter", statement, word: 1)
    } else if statement.count > 2, !statement.cString(2).isText("least_conn") {
      refuse(invalid: "parameter", statement, word: 2)
    }
  }

  mutating func checkUpstreamZone(_ statement: Statement) {
    if statement[1].isEmpty {
      refuse(invalid: "zone name", statement, word: 1)
      return
    }
    var size = 0
    if statement.count == 3 {
      guard let value = NginxNumber.size(statement[2]) else {
        refuse(invalid: "zone size", statement, word: 2)
        return
      }
      size = value
      if size < 8 * pageSize {
        refuse(.reference(.zoneTooSmall(statement.printable(1))), statement, word: 2)
        return
      }
    }
    _ = addZone(statement[1], size: size, statement, word: 1)
  }
}
