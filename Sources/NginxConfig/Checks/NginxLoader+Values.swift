import SourceText

extension NginxLoader {
  /// Checks the parameters of a directive whose setter nginx shares between many.
  mutating func checkValue(_ statement: Statement) {
    switch statement.command.value {
    case .flag: checkFlag(statement)
    case .number: checkNumber(statement)
    case .size: checkScalar(statement, NginxNumber.size)
    case .offset: checkScalar(statement, NginxNumber.offset)
    case .milliseconds: checkScalar(statement, NginxTime.milliseconds)
    case .seconds: checkScalar(statement, NginxTime.seconds)
    case .buffers: checkBuffers(statement)
    case .enumeration(let words): checkEnumeration(statement, words)
    case .bitmask(let words): checkBitmask(statement, words)
    case .access: checkAccess(statement)
    case .bind: checkBind(statement)
    case .complexString, .complexSize, .predicates: checkComplex(statement)
    case .mimeTypes: checkTypes(statement)
    case .cacheValidity: checkCacheValidity(statement)
    case .cachePath: checkCachePath(statement)
    case .parameterList: checkParameterList(statement)
    default: break
    }
    checkPost(statement)
  }

  private mutating func checkFlag(_ statement: Statement) {
    let value = statement.cString(1)
    guard !value.isTextIgnoringCase("on"), !value.isTextIgnoringCase("off") else { return }
    refuse(.flag(value.printable, directive: statement.command.name), statement, word: 1)
  }

  private mutating func checkNumber(_ statement: Statement) {
    guard NginxNumber.integer(statement[1]) == nil else { return }
    refuse(.unreadable(directive: statement.command.name, isNumber: true), statement, word: 1)
  }

  private mutating func checkScalar(_ statement: Statement, _ read: (ByteText) -> Int?) {
    guard read(statement[1]) == nil else { return }
    refuse(.unreadable(directive: statement.command.name, isNumber: false), statement, word: 1)
  }

  private mutating func checkBuffers(_ statement: Statement) {
    let number = NginxNumber.integer(statement[1]) ?? 0
    let size = NginxNumber.size(statement[2]) ?? 0
    guard number == 0 || size == 0 else { return }
    let word = number == 0 ? 1 : 2
    refuse(.unreadable(directive: statement.command.name, isNumber: false), statement, word: word)
  }

  private mutating func checkEnumeration(_ statement: Statement, _ words: [String]) {
    let value = statement[1]
    guard !words.contains(where: value.isTextIgnoringCase) else { return }
    refuse(invalid: "value", statement, word: 1)
  }

  private mutating func checkBitmask(_ statement: Statement, _ words: [String]) {
    var seen: Set<String> = []
    for word in 1..<statement.count {
      guard let name = words.first(where: statement[word].isTextIgnoringCase) else {
        refuse(invalid: "value", statement, word: word)
        return
      }
      if !seen.insert(name).inserted {
        refuse(.duplicateValue(statement.printable(word)), statement, word: word)
      }
    }
  }

  /// `user:rw group:r all:r` (`ngx_conf_set_access_slot`).
  private mutating func checkAccess(_ statement: Statement) {
    for word in 1..<statement.count {
      let value = statement[word]
      let parts = value.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      let isValid =
        parts.count == 2 && ["user", "group", "all"].contains(where: parts[0].isText)
        && ["rw", "r"].contains(where: parts[1].isText)
      guard !isValid else { continue }
      refuse(invalid: "value", statement, word: word)
      return
    }
  }

  private mutating func checkBind(_ statement: Statement) {
    if statement.count == 2, statement.cString(1).isText("off") { return }
    if statement.hasDollar(1) {
      compileVariables(statement, word: 1)
    } else if !isAddress(statement[1]) {
      refuse(invalid: "address", statement, word: 1)
      return
    }
    if statement.count > 2, !statement.cString(2).isText("transparent") {
      refuse(invalid: "parameter", statement, word: 2)
    }
  }

  /// An address with or without a port, no name (`ngx_parse_addr_port`).
  private func isAddress(_ text: ByteText) -> Bool {
    guard let address = try? NginxAddress(text, defaultPort: 0) else { return false }
    switch address.form {
    case .version4, .version6, .wildcard: return true
    case .unix, .name: return NetworkAddress.version6(text) != nil
    }
  }

  private mutating func checkComplex(_ statement: Statement) {
    var isConstant = true
    for word in 1..<statement.count where statement.hasDollar(word) {
      compileVariables(statement, word: word)
      isConstant = false
    }
    guard statement.command.value == .complexSize, isConstant else { return }
    checkScalar(statement, NginxNumber.size)
  }

  private mutating func checkTypes(_ statement: Statement) {
    // `text/html` is always among them (`ngx_http_types_slot`).
    var seen: [ByteText] = [ByteText("text/html".utf8)]
    for word in 1..<statement.count {
      let type = statement[word]
      if type.isText("*") { continue }
      if seen.contains(where: { $0.lowercased == type.lowercased }) {
        refuse(.duplicateType(type.printable), statement, word: word)
      } else {
        seen.append(type)
      }
    }
  }

  private mutating func checkParameterList(_ statement: Statement) {
    if statement.count == 4, !statement.cString(3).isText("if_not_empty") {
      refuse(invalid: "parameter", statement, word: 3)
    }
    deferVariables(statement, word: 2)
  }
}
