import SourceText

extension NginxLoader {
  /// Checks a `server_name` (`ngx_http_core_server_name`).
  mutating func checkServerNames(_ statement: Statement) {
    guard block.context == .server, !state.servers.isEmpty else { return }
    let server = state.servers.count - 1
    state.servers[server].names.append(Int32(statement.id))
    for word in 1..<statement.count {
      let name = statement[word]
      let isLoneStar =
        name.first == UInt8(ascii: "*") && (name.count < 3 || name.after("*.") == nil)
      if isLoneStar || name.isText(".") {
        refuse(.server(.invalidServerName(name.printable)), statement, word: word)
        return
      }
      if name.cString.contains(UInt8(ascii: "/")) {
        refuse(.server(.suspiciousServerName(name.printable)), statement, word: word)
      }
      guard name.first == UInt8(ascii: "~") else { continue }
      guard name.count > 1 else {
        refuse(.reference(.emptyPattern(name.printable)), statement, word: word)
        return
      }
      // A pattern with capital letters is matched without regard to case.
      let pattern = name.dropFirst()
      let hasCapital = pattern.contains { $0 != Ascii.lowercased($0) }
      guard let record = compilePattern(pattern, ignoringCase: hasCapital, statement, word: word)
      else { return }
      state.servers[server].hasCaptures = record.captureCount > 0
    }
  }

  /// Reports names that two servers of one address share (`ngx_http_server_names`).
  mutating func checkServerNamesAreDistinct() {
    for number in state.addresses.order {
      let entry = state.addresses.entries[number]
      let hasCaptures = state.servers[Int(entry.defaultServer)].hasCaptures
      guard entry.servers.count > 1 || hasCaptures else { continue }
      let address = state.addresses.text(number)
      var names = ServerNameKeys()
      for server in entry.servers {
        guard checkNames(of: Int(server), address: address, &names) else { return }
      }
      guard checkHash("server_names", of: names, maximumSize: 512) else { return }
    }
  }

  private mutating func checkNames(
    of server: Int, address: String, _ names: inout ServerNameKeys
  ) -> Bool {
    let record = state.servers[server]
    guard !record.names.isEmpty else {
      if names.add(ByteText()) == .taken {
        reportConflict("", address, directive: Int(record.directive))
      }
      return true
    }
    for directive in record.names {
      let command = table[tree.records[Int(directive)].command]
      let statement = statement(Int(directive), command)
      for word in 1..<statement.count where statement[word].first != UInt8(ascii: "~") {
        let name = statement[word].lowercased
        switch names.add(name) {
        case .added: continue
        case .taken: reportConflict(name.printable, address, directive: Int(directive))
        case .malformed:
          let span = NginxDirective(id: Int(directive), tree: tree).headSpan
          let fault = ServerFault.invalidNameOrWildcard(name.printable, address: address)
          report(NginxProblem(.server(fault), span: span, reported: .nowhere))
          return false
        }
      }
    }
    return true
  }

  private mutating func reportConflict(_ name: String, _ address: String, directive: Int) {
    let span = NginxDirective(id: directive, tree: tree).headSpan
    report(
      NginxProblem(
        .server(.conflictingServerName(name, address: address)), span: span, reported: .nowhere
      )
    )
  }
}

extension NginxLoader {
  /// Reports a hash that nginx cannot build with the sizes that `http` sets; false where it stops.
  mutating func checkHash(_ name: String, of names: ServerNameKeys, maximumSize: Int) -> Bool {
    let outer = Int(blocks.last { $0.context == .http || $0.context == .stream }?.directive ?? -1)
    let size = number("\(name)_hash_max_size", in: outer) ?? maximumSize
    let bucket = number("\(name)_hash_bucket_size", in: outer) ?? NginxHash.cacheLine
    let hash = NginxHash(maximumSize: size, bucketSize: bucket)
    let fault: NginxFault
    switch names.build(hash) {
    case .fits: return true
    case .bucketTooSmall: fault = .server(.hashBucketTooSmall("\(name)_hash", hash.bucketSize))
    case .noBuckets: fault = .server(.hashTooSmall("\(name)_hash", size))
    case .notOptimal:
      fault = .server(.hashNotOptimal("\(name)_hash", size: size, bucketSize: hash.bucketSize))
    }
    guard outer >= 0 else { return true }
    reportNowhere(fault, outer)
    return fault.isWarning
  }

  private func number(_ name: String, in block: Int) -> Int? {
    guard block >= 0 else { return nil }
    return children(named: name, of: block).first.flatMap { NginxNumber.integer(value(of: $0)) }
  }
}

/// Names and wildcards, as `ngx_hash_add_key` keeps them for names of servers and keys of maps.
struct ServerNameKeys {
  enum Answer {
    case added
    case taken
    case malformed
  }

  private var exact = NameTable()
  private var leading = NameTable()
  private var trailing = NameTable()

  /// Whether nginx can build a hash of the names without wildcards.
  func build(_ hash: NginxHash) -> NginxHash.Answer {
    hash.build(exact)
  }

  mutating func add(_ name: ByteText, mayHaveWildcards: Bool = true) -> Answer {
    guard mayHaveWildcards else { return exact.insert(name).isNew ? .added : .taken }
    let stars = name.count { $0 == UInt8(ascii: "*") }
    if stars > 1 || name.contains(text: "..") || name.contains(0) { return .malformed }
    if name.count > 1, name.first == UInt8(ascii: ".") {
      // `.x` stands for `x` and for `*.x`.
      guard exact.insert(name.dropFirst()).isNew else { return .taken }
      return leading.insert(name.dropFirst()).isNew ? .added : .taken
    }
    if name.count > 2 {
      if let rest = name.after("*.") { return leading.insert(rest).isNew ? .added : .taken }
      if name.suffix(2).isText(".*") {
        return trailing.insert(name.dropLast(2)).isNew ? .added : .taken
      }
    }
    if stars > 0 { return .malformed }
    return exact.insert(name).isNew ? .added : .taken
  }
}
