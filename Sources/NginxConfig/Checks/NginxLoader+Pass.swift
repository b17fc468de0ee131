extension NginxLoader {
  /// Checks an address that requests are passed to, such as that of `uwsgi_pass`.
  mutating func checkPass(_ statement: Statement, schemes: [String]) {
    let takesVariables = statement.command.name != "memcached_pass"
    if takesVariables, statement.hasDollar(1) {
      noteProxy(statement)
      compileVariables(statement, word: 1)
      return
    }
    let value = statement[1]
    if value.first == UInt8(ascii: "s") || value.first == UInt8(ascii: "g") { noteProxy(statement) }
    let address = schemes.lazy.compactMap(value.afterIgnoringCase).first ?? value
    pass(to: address, statement, mayHaveURI: false, defaultPort: 0)
  }

  /// Checks a `proxy_pass`, which wants a scheme and may have a path.
  mutating func checkProxyPass(_ statement: Statement) {
    _ = remember(statement[1], statement)
    guard !statement.hasDollar(1) else {
      noteProxy(statement)
      compileVariables(statement, word: 1)
      return
    }
    let value = statement[1]
    if let rest = value.afterIgnoringCase("http://") {
      pass(to: rest, statement, mayHaveURI: true, defaultPort: 80)
    } else if let rest = value.afterIgnoringCase("https://") {
      noteProxy(statement)
      pass(to: rest, statement, mayHaveURI: true, defaultPort: 443)
    } else {
      refuse(.server(.invalidURLPrefix), statement, word: 1)
    }
  }

  private mutating func pass(
    to text: ByteText, _ statement: Statement, mayHaveURI: Bool, defaultPort: Int
  ) {
    do {
      let address = try NginxAddress(text, mayHaveURI: mayHaveURI, defaultPort: defaultPort)
      addUpstream(address, statement)
      guard !address.uri.isEmpty, !mayHavePath(statement) else { return }
      refuse(.server(.passWithURI("proxy_pass")), statement, word: 1)
    } catch {
      refuse(
        .server(.upstreamAddress(reason: error.reason, text.printable)), statement, word: 1
      )
    }
  }

  /// Whether the block is a location whose prefix a path could replace.
  private func mayHavePath(_ statement: Statement) -> Bool {
    guard block.context == .location, let location = location(of: Int(block.directive)) else {
      return block.context == .location
    }
    return location.kind == .prefix || location.kind == .exact || location.kind == .strictPrefix
  }
}
