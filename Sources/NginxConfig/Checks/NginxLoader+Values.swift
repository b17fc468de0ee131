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

  mutating func checkEnumeration(_ statement: Statement, _ words: [String]) {
    let value = statement[1]
    let name = statement.command.name
    if name == "proxy_protocol", setup.build.isOlder(than: 1, 31, 0) {
      checkFlag(statement)
      return
    }
    if name == "proxy_http_version", setup.build.isOlder(than: 1, 29, 4), value.isText("2") {
      refuse(invalid: "value", statement, word: 1)
      return
    }
    guard !words.contains(where: value.isTextIgnoringCase) else { return }
    refuse(invalid: "value", statement, word: 1)
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

  mutating func checkBind(_ statement: Statement) {
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
    if isPlainAddress(text) { return true }
    let isBracketed = text.first == Ascii.openBracket
    guard
      let end = isBracketed
        ? text.firstIndex(of: Ascii.closeBracket).map({ $0 + 1 })
        : text.firstIndex(of: UInt8(ascii: ":")),
      end < text.endIndex, text[end] == UInt8(ascii: ":"),
      let port = NginxNumber.integer(text[(end + 1)...]), (1...65535).contains(port)
    else { return false }
    return isPlainAddress(isBracketed ? text[..<end].dropFirst().dropLast() : text[..<end])
  }

  private func isPlainAddress(_ text: ByteText) -> Bool {
    NetworkAddress.version4(text) != nil || NetworkAddress.version6(text) != nil
  }

  private mutating func checkComplex(_ statement: Statement) {
    let name = statement.command.name
    if name.hasSuffix("_limit_rate"), setup.build.isOlder(than: 1, 27, 0),
      [.location].contains(where: statement.command.contexts.contains)
    {
      checkScalar(statement, NginxNumber.size)
      return
    }
    var isConstant = true
    for word in 1..<statement.count where statement.hasDollar(word) {
      compileVariables(statement, word: word)
      isConstant = false
    }
    guard statement.command.value == .complexSize, isConstant else { return }
    checkScalar(statement, NginxNumber.size)
  }

  private mutating func checkParameterList(_ statement: Statement) {
    if statement.count == 4, !statement.cString(3).isText("if_not_empty") {
      refuse(invalid: "parameter", statement, word: 3)
    }
    deferVariables(statement, word: 2)
  }
}
