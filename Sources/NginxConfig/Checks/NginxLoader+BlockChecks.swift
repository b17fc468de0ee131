import SourceText

extension NginxLoader {
  /// Checks the words before a block, and prepares for what stands within.
  mutating func blockStarts(_ id: Int, _ command: NginxCommand) {
    let statement = statement(id, command)
    switch command.name {
    case "http", "stream", "mail":
      state = HttpState()
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
      guard compileVariables(statement, word: 1) else { return }
      _ = defineVariable(statement, word: 2)
    case "geo":
      if statement.count == 3 {
        guard let source = statement[1].after("$") else {
          refuse(invalid: "variable name", statement, word: 1)
          return
        }
        state.variables.refer(to: source, in: statement.id)
      }
      _ = defineVariable(statement, word: statement.count - 1)
    case "charset_map": charsetMapStarts(statement)
    default: break
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
    guard tree.records[id].command >= 0, !tree.records[id].marks.contains(.broken) else { return }
    let command = table[tree.records[id].command]
    switch (command.name, tree.records[id].context) {
    case ("upstream", _): upstreamEnds(id)
    case ("server", .http): serverEnds(id)
    case ("server", .stream): streamServerEnds(id)
    case ("split_clients", _):
      if freeForm.percent > 10_000 { report(.block(.percentOverflow), at: head(of: id)) }
    case ("http", .main): httpEnds(id)
    case ("stream", .main): streamEnds(id)
    case ("mail", .main): mailEnds(id)
    default: break
    }
  }

  private mutating func upstreamEnds(_ id: Int) {
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
    reportServer(
      id, .listenAddress(reason: "", ""), sentence: "no \"listen\" is defined for server")
  }

  private mutating func reportServer(_ id: Int, _ fault: ServerFault, sentence: String? = nil) {
    let record = tree.records[id]
    let fault: NginxFault =
      sentence.map { .value(.rule(directive: "server", $0)) } ?? .server(fault)
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
    checkSecureServers()
    checkMergedLevels(id)
    for server in state.servers {
      checkLocationsAreDistinct(within: Int(server.directive))
    }
    checkCertificates()
    checkVariablesAreKnown()
    checkServerNamesAreDistinct()
  }

  private mutating func streamEnds(_ id: Int) {
    if isComplete, !hasForeignVariables {
      for server in state.servers
      where !hasChild(Int(server.directive), ["proxy_pass", "return", "pass"]) {
        reportServer(Int(server.directive), .noHandler)
      }
    }
    checkUpstreamsAreKnown()
    checkVariablesAreKnown()
    isInStreamBlock = false
  }

  private mutating func mailEnds(_ id: Int) {
    guard isComplete else { return }
    let known = [110, 995, 143, 993, 25, 465, 587]
    for (number, server) in state.servers.enumerated()
    where !hasChild(Int(server.directive), ["protocol"]) {
      let ports = state.addresses.entries.filter { $0.servers.contains(Int32(number)) }.map(\.port)
      if ports.contains(where: known.contains) { continue }
      reportServer(Int(server.directive), .unknownMailProtocol)
    }
  }

  /// Whether one of some directives stands directly in a block.
  func hasChild(_ id: Int, _ names: [String]) -> Bool {
    NginxDirective(id: id, tree: tree).children.contains { child in
      child.command.map { names.contains($0.name) } ?? false
    }
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
    checkFilesCanBeMade()
    checkZonesHaveSizes()
  }
}
