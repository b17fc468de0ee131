import SourceText

extension NginxLoader {
  /// Checks the parameters of a directive that stands where it may, as its setter does.
  mutating func check(_ id: Int, of command: NginxCommand) {
    switch command.value {
    case .anything: noteForeignVariables(statement(id, command))
    case .string, .stringList, .keyValueList, .path, .setter: checkText(id, command)
    default: checkValue(statement(id, command))
    }
  }

  func statement(_ id: Int, _ command: NginxCommand) -> Statement {
    Statement(id: id, command: command, tree: tree)
  }

  /// Refuses a word of a statement; nginx names the end of the statement.
  mutating func refuse(
    _ fault: NginxFault, _ statement: Statement, word: Int? = nil, consequence: Consequence? = nil
  ) {
    let range = word.map(statement.range) ?? head(of: statement.id)
    report(fault, at: range, consequence: consequence)
  }

  mutating func refuse(_ fault: ValueFault, _ statement: Statement, word: Int? = nil) {
    refuse(.value(fault), statement, word: word)
  }

  /// Says that a word is not what it should be, as `invalid parameter "x"` does.
  mutating func refuse(invalid what: String, _ statement: Statement, word: Int) {
    refuse(.invalid(what, statement.cString(word).printable), statement, word: word)
  }

  private mutating func checkText(_ id: Int, _ command: NginxCommand) {
    let statement = statement(id, command)
    if case .setter(let setter) = command.value {
      check(statement, setter: setter)
    }
    if command.origin != .core { noteForeignVariables(statement) }
    checkPost(statement)
    replaceVariables(statement)
  }

  /// Reads the variables of the parameters that nothing else has looked at.
  private mutating func replaceVariables(_ statement: Statement) {
    switch statement.command.value {
    case .setter: return
    case .keyValueList:
      // Header fields are compiled when the levels are merged, at the end of `http`.
      if statement.command.name.hasSuffix("_set_header") { deferVariables(statement, word: 2) }
    case .stringList:
      guard statement.command.name.hasPrefix("ssl_certificate") else { return }
      usesCertificates = true
    case .string where statement.command.name == "pid": noteLog(statement, word: 1)
    case .string where statement.command.name == "proxy_set_body":
      deferVariables(statement, word: 1)
    default:
      guard statement.command.takesVariables else { return }
      for word in 1..<statement.count { compileVariables(statement, word: word) }
    }
  }
}
