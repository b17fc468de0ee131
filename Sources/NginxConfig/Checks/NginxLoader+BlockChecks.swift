import SourceText

extension NginxLoader {
  /// Checks the words before a block, and prepares for what stands within.
  mutating func blockStarts(_ id: Int, _ command: NginxCommand) {
    let statement = statement(id, command)
    switch command.name {
    case "http", "stream", "mail":
      state = HttpState(isHTTP: command.name == "http")
      isInStreamBlock = command.name == "stream"
    case "server":
      state.servers.append(ServerRecord(directive: Int32(id)))
    case "location": checkLocation(statement)
    case "if": checkCondition(statement)
    case "limit_except": checkMethods(statement)
    case "upstream": addUpstreamBlock(statement)
    default: freeFormStarts(statement)
    }
    if command.origin != .core { noteForeignVariables(statement) }
  }

  private mutating func freeFormStarts(_ statement: Statement) {
    freeForm = FreeFormState()
    switch statement.command.name {
    case "map", "split_clients":
      if statement.command.name == "map" { fixMapHash() }
      guard compileVariables(statement, word: 1) else { return }
      _ = defineVariable(statement, word: 2)
    case "geo":
      if statement.count == 3 {
        guard let source = statement[1].after("$") else {
          refuse(invalid: "variable name", statement, word: 1)
          return
        }
        guard !source.isEmpty else {
          refuse(.invalid("variable name", "$"), statement, word: 1)
          return
        }
        state.variables.refer(to: source, in: statement.id)
      }
      _ = defineVariable(statement, word: statement.count - 1)
    case "charset_map": charsetMapStarts(statement)
    default: break
    }
  }

  /// A `map` settles the sizes of the hash, so that setting them later is a repetition.
  private mutating func fixMapHash() {
    for name in ["map_hash_max_size", "map_hash_bucket_size"] {
      for command in table.commands(named: name) where command.contexts.contains(block.context) {
        _ = repetitions.insert(command.id)
      }
    }
  }

  private mutating func charsetMapStarts(_ statement: Statement) {
    let names = [statement[1].lowercased.printable, statement[2].lowercased.printable]
    freeForm.isUTF8 = names[1] == "utf-8"
    if names[0] == names[1] {
      let fault = BlockFault.sameCharset(statement.printable(1), statement.printable(2))
      refuse(.block(fault), statement)
    } else if !state.charsetMaps.insert(Set(names)).inserted {
      let fault = BlockFault.duplicateCharsetMap(statement.printable(1), statement.printable(2))
      refuse(.block(fault), statement)
    }
  }

  private mutating func checkMethods(_ statement: Statement) {
    let methods = [
      "GET", "HEAD", "POST", "PUT", "DELETE", "MKCOL", "COPY", "MOVE", "OPTIONS", "PROPFIND",
      "PROPPATCH", "LOCK", "UNLOCK", "PATCH",
    ]
    for word in 1..<statement.count
    where !methods.contains(where: statement.cString(word).isTextIgnoringCase) {
      refuse(invalid: "method", statement, word: word)
      return
    }
  }

  /// What nginx does when a block closes; the block is still open.
  mutating func blockEnds(_ id: Int) {
    seenRoots.close(block: blocks.count)
    memory.close(block: blocks.count)
    guard tree.records[id].command >= 0, !tree.records[id].marks.contains(.broken) else { return }
    let command = table[tree.records[id].command]
    switch (command.name, tree.records[id].context) {
    case ("upstream", _): upstreamEnds(id)
    case ("server", .http): serverEnds(id)
    case ("server", .stream), ("server", .mail): streamServerEnds(id)
    case ("split_clients", _):
      if freeForm.percent > 10_000 { report(.block(.percentOverflow), at: head(of: id)) }
    case ("map", _): _ = checkHash("map", of: freeForm.keys, maximumSize: 2048)
    case ("http", .main): httpEnds(id)
    case ("stream", .main): streamEnds(id)
    case ("mail", .main): mailEnds(id)
    default: break
    }
  }

  private mutating func upstreamEnds(_ id: Int) {
    if upstream.serverCount > 0, upstream.hasOnlyBackups, isComplete, let number = upstream.number {
      state.upstreams.update(number) { $0.hasOnlyBackups = true }
    }
    // A module such as lua's may choose the servers, and files that are not known may hold them.
    let children = id + 1 < tree.records.count
    guard upstream.serverCount == 0, isComplete, !hasForeignVariables || !children else { return }
    report(.server(.upstreamEmpty), at: head(of: id))
  }

  private mutating func serverEnds(_ id: Int) {
    guard let server = state.servers.last, !server.hasListen else { return }
    addDefaultListen(id)
  }

  private mutating func streamServerEnds(_ id: Int) {
    guard let server = state.servers.last, !server.hasListen, isComplete else { return }
    reportServer(id, sentence: "no \"listen\" is defined for server")
  }

  mutating func reportServer(_ id: Int, sentence: String) {
    reportAtHead(of: id, .value(.rule(directive: "server", sentence)))
  }

  mutating func reportServer(_ id: Int, _ fault: ServerFault) {
    reportAtHead(of: id, .server(fault))
  }

  /// Reports a fault where nginx remembers a block, or a directive, to have begun.
  mutating func reportAtHead(of id: Int, _ fault: NginxFault) {
    let record = tree.records[id]
    report(
      NginxProblem(
        fault, span: NginxDirective(id: id, tree: tree).headSpan,
        reported: .at(
          tree.inclusions[Int(record.inclusion)].file, offset: Int(record.headEnd) - 1
        )
      )
    )
  }

  /// The end of `http`: nginx merges the levels and builds its tables (`ngx_http_block`).
  private mutating func httpEnds(_ id: Int) {
    checkUpstreamsAreKnown()
    checkHeaderBuffers()
    checkSecureServers()
    checkMergedLevels(id)
    for server in state.servers where server.mayRepeatLocations {
      checkLocationsAreDistinct(within: Int(server.directive))
    }
    checkSecureAddresses()
    checkVariablesAreKnown()
    checkServerNamesAreDistinct()
    socketCount += state.addresses.socketCount
  }

  private mutating func streamEnds(_ id: Int) {
    if isComplete, !hasForeignVariables {
      for server in state.servers
      where !hasChild(Int(server.directive), ["proxy_pass", "return", "pass"]) {
        reportServer(Int(server.directive), .noHandler)
      }
    }
    checkUpstreamsAreKnown()
    checkSecureStreams()
    checkVariablesAreKnown()
    socketCount += state.addresses.socketCount
    isInStreamBlock = false
  }

  /// Whether one of some directives stands directly in a block.
  func hasChild(_ id: Int, _ names: [String]) -> Bool {
    NginxDirective(id: id, tree: tree).children.contains { child in
      child.command.map { names.contains($0.name) } ?? false
    }
  }

  /// Each socket that listens takes a connection (`ngx_event_init_conf`).
  private mutating func checkConnections() {
    guard let limit = connectionLimit, limit.number < socketCount + 1, isWhole else { return }
    let text =
      "\(limit.number) worker_connections are not enough for \(socketCount) listening sockets"
    reportNowhere(.value(.rule(directive: "worker_connections", text)), limit.directive)
  }

  /// What nginx does when all files are read.
  mutating func finish() {
    let hasEvents = tree.records.contains { record in
      record.command >= 0 && record.parent < 0 && table[record.command].name == "events"
    }
    if !hasEvents, setup.context == .main, isComplete,
      let file = tree.inclusions.first(where: { !$0.isCommandLine })?.file
    {
      let span = SourceSpan(file: file, start: 0, end: 0)
      report(NginxProblem(.structure(.noEvents), span: span, reported: .nowhere))
    }
    checkConnections()
    checkThreadPoolsAreKnown()
    checkFilesCanBeMade()
    checkZonesHaveSizes()
  }
}
