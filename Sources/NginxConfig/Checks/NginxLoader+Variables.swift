import SourceText

extension NginxLoader {
  /// Whether the innermost block belongs to `stream`.
  var isInStream: Bool {
    switch block.context {
    case .stream, .streamServer, .streamUpstream: true
    default: isInStreamBlock
    }
  }

  /// Reads the variables of a parameter as `ngx_http_script_compile` does; false where it fails.
  @discardableResult
  mutating func compileVariables(_ statement: Statement, word: Int) -> Bool {
    guard word < statement.count, statement.hasDollar(word) else { return true }
    return compileVariables(statement[word], statement, word: word)
  }

  @discardableResult
  mutating func compileVariables(_ text: ByteText, _ statement: Statement, word: Int) -> Bool {
    do {
      try VariableReader.read(text) { name in
        state.variables.refer(to: name, in: statement.id)
      }
      return true
    } catch {
      refuse(.reference(error), statement, word: word)
      return false
    }
  }

  /// Keeps a parameter whose variables nginx reads only when it merges the levels of `http`.
  mutating func deferVariables(_ statement: Statement, word: Int) {
    guard word < statement.count, statement.hasDollar(word) else { return }
    do {
      try VariableReader.read(statement[word]) { name in
        state.variables.referLater(to: name, in: statement.id)
      }
    } catch {
      deferred.append(DeferredFault(fault: .reference(error), directive: Int32(statement.id)))
    }
  }

  /// Defines a variable as `ngx_http_add_variable` does; false where nginx refuses it.
  @discardableResult
  mutating func define(_ name: ByteText, _ statement: Statement, word: Int) -> Bool {
    guard !name.isEmpty else {
      refuse(.invalid("variable name", "$"), statement, word: word)
      return false
    }
    let text = String(decoding: name.lowercased, as: UTF8.self)
    let entries = presentVariables(named: text).filter { !$0.isPrefix }
    if let entry = entries.first, !entry.isChangeable {
      refuse(
        .reference(.duplicateVariable(name.printable)), statement, word: word
      )
      return false
    }
    state.variables.define(name)
    return true
  }

  /// Takes a variable's name with its `$`, as `map` and `set` do.
  mutating func defineVariable(_ statement: Statement, word: Int) -> Bool {
    guard let name = statement[word].after("$") else {
      refuse(invalid: "variable name", statement, word: word)
      return false
    }
    return define(name, statement, word: word)
  }

  /// The entries of a variable that this nginx has, or may have.
  func presentVariables(named name: String) -> [NginxVariableTable.Entry] {
    NginxVariableTable.standard.entries(named: name, isStream: isInStream)
      .filter { availability.mayHave(module: $0.module) && !isNewer($0.name) }
  }

  /// Whether a variable came only after the version at hand.
  private func isNewer(_ name: String) -> Bool {
    switch name {
    case "proxy_protocol_tlv_": setup.build.isOlder(than: 1, 23, 2)
    case "request_port", "is_request_port", "ssl_sigalg", "ssl_sigalgs", "ssl_client_sigalg",
      "ssl_ech_status", "ssl_ech_outer_server_name":
      setup.build.isOlder(than: 1, 29, 3)
    default: false
    }
  }

  /// Modules of others define variables in ways that nobody here knows: by any parameter `$name`.
  mutating func noteForeignVariables(_ statement: Statement) {
    for word in 1..<max(statement.count, 1) where statement.hasDollar(word) {
      guard let name = statement[word].after("$"), !name.isEmpty,
        name.allSatisfy(VariableReader.isNameByte)
      else { continue }
      state.variables.define(name)
    }
  }

  /// Reports the variables that nothing defines, in the order in which they were first used.
  mutating func checkVariablesAreKnown() {
    guard isComplete, !hasForeignVariables else { return }
    // Without a server there are no levels to merge.
    if !state.servers.isEmpty { state.variables.takeDeferred() }
    for (number, directive) in state.variables.references {
      let name = state.variables.name(number)
      if state.variables.defines(name) { continue }
      let text = String(decoding: name, as: UTF8.self)
      guard presentVariables(named: text).isEmpty else { continue }
      let span = NginxDirective(id: Int(directive), tree: tree).headSpan
      report(
        NginxProblem(.reference(.unknownVariable(name.printable)), span: span, reported: .nowhere)
      )
    }
  }
}
