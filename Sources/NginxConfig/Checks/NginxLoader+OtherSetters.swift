import Machine
import SourceText

extension NginxLoader {
  /// Checks `add_header` and `add_trailer`.
  mutating func checkAddHeader(_ statement: Statement) {
    guard compileVariables(statement, word: 2) else { return }
    guard statement.count == 4, !statement.cString(3).isText("always") else { return }
    refuse(invalid: "parameter", statement, word: 3)
  }

  /// Checks `expires` (`ngx_http_headers_expires`).
  mutating func checkExpires(_ statement: Statement) {
    let isModified = statement.count == 3
    let last = statement.count - 1
    if isModified, !statement.cString(1).isText("modified") {
      refuse(.unreadable(directive: "expires", isNumber: false), statement, word: 1)
      return
    }
    if statement.hasDollar(last) {
      compileVariables(statement, word: last)
      return
    }
    var value = statement[last]
    if !isModified, ["epoch", "max", "off"].contains(where: value.isText) { return }
    let isDaily = value.first == UInt8(ascii: "@")
    if isDaily, isModified {
      let text = "\"expires\" directive daily time cannot be used with \"modified\" parameter"
      refuse(.rule(directive: "expires", text), statement, word: last)
      return
    }
    if isDaily || value.first == UInt8(ascii: "+") || value.first == Ascii.hyphen {
      value.removeFirst()
    }
    guard let seconds = NginxTime.seconds(value) else {
      refuse(.unreadable(directive: "expires", isNumber: false), statement, word: last)
      return
    }
    if isDaily, seconds > 86_400 {
      let text = "\"expires\" directive daily time value must be less than 24 hours"
      refuse(.rule(directive: "expires", text), statement, word: last)
    }
  }

  /// Checks `allow` and `deny`.
  mutating func checkAccessRule(_ statement: Statement) {
    let value = statement[1]
    if value.isText("all") || value.isText("unix:") { return }
    guard let network = NetworkAddress.Network(value) else {
      refuse(invalid: "parameter", statement, word: 1)
      return
    }
    if network.hasLowBits { refuse(.lowBits(value.printable), statement, word: 1) }
  }

  mutating func checkRealIPFrom(_ statement: Statement) {
    let value = statement[1]
    if value.isText("unix:") { return }
    if let network = NetworkAddress.Network(value) {
      if network.hasLowBits { refuse(.lowBits(value.printable), statement, word: 1) }
      return
    }
    checkHost(statement, word: 1) { "\($0) in set_real_ip_from \"\($1)\"" }
  }

  mutating func checkDebugConnection(_ statement: Statement) {
    let value = statement[1]
    if value.isText("unix:") { return }
    if let network = NetworkAddress.Network(value) {
      if network.hasLowBits { refuse(.lowBits(value.printable), statement, word: 1) }
      return
    }
    checkHost(statement, word: 1) { "\($0) in debug_connection \"\($1)\"" }
  }

  private mutating func checkHost(
    _ statement: Statement, word: Int, _ sentence: (String, String) -> String
  ) {
    let host = statement.printable(word)
    if setup.resolves(statement[word]) == true { return }
    let text = sentence("host not found", host)
    refuse(
      .value(.rule(directive: statement.command.name, text)), statement, word: word,
      consequence: setup.hostNames == nil ? .unknown : nil
    )
  }

  /// Checks `keepalive_timeout`, which has a second time for the header.
  mutating func checkKeepalive(_ statement: Statement) {
    let fault = ValueFault.unreadable(directive: statement.command.name, isNumber: false)
    if NginxTime.milliseconds(statement[1]) == nil {
      refuse(fault, statement, word: 1)
    } else if statement.count > 2, NginxTime.seconds(statement[2]) == nil {
      refuse(fault, statement, word: 2)
    }
  }

  /// Checks `open_file_cache` and `open_log_file_cache`.
  mutating func checkFileCache(_ statement: Statement) {
    let name = statement.command.name
    var isOff = false
    let isOfFiles = name == "open_file_cache"
    var maximum = 0
    for word in 1..<statement.count {
      let value = statement.cString(word)
      let isValid: Bool
      if let number = value.after("max=") {
        maximum = NginxNumber.integer(number) ?? -1
        isValid = isOfFiles ? maximum > 0 : maximum >= 0
      } else if let time = value.after("inactive=") ?? (isOfFiles ? nil : value.after("valid=")) {
        isValid = NginxTime.seconds(time) != nil
      } else if !isOfFiles, let number = value.after("min_uses=") {
        isValid = NginxNumber.integer(number) != nil
      } else {
        isOff = isOff || value.isText("off")
        isValid = value.isText("off")
      }
      guard isValid else {
        refuse(.invalid("\"\(name)\" parameter", value.printable), statement, word: word)
        return
      }
    }
    guard !isOff, maximum == 0 else { return }
    let article = name == "open_file_cache" ? "the " : ""
    refuse(.rule(directive: name, "\"\(name)\" must have \(article)\"max\" parameter"), statement)
  }

  mutating func checkDirectio(_ statement: Statement) {
    if statement.cString(1).isText("off") || NginxNumber.offset(statement[1]) != nil { return }
    refuse(.unreadable(directive: "directio", isNumber: false), statement, word: 1)
  }

  mutating func checkDisableSymlinks(_ statement: Statement) {
    var mode: ByteText?
    var hasFrom = false
    for word in 1..<statement.count {
      let value = statement.cString(word)
      if ["off", "on", "if_not_owner"].contains(where: value.isText) {
        mode = value
        continue
      }
      guard let from = value.after("from=") else {
        refuse(invalid: "parameter", statement, word: word)
        return
      }
      hasFrom = true
      guard compileVariables(from, statement, word: word) else { return }
    }
    if let text = Self.symlinksFault(statement, mode: mode, hasFrom: hasFrom) {
      refuse(.rule(directive: "disable_symlinks", text), statement)
    }
  }

  private static func symlinksFault(
    _ statement: Statement, mode: ByteText?, hasFrom: Bool
  ) -> String? {
    guard let mode else {
      return "\"disable_symlinks\" must have \"off\", \"on\" or \"if_not_owner\" parameter"
    }
    if statement.count == 2 { return nil }
    if !hasFrom {
      return "duplicate parameters \"\(statement.printable(1)) \(statement.printable(2))\""
    }
    return mode.isText("off") ? "\"from=\" cannot be used with \"off\" parameter" : nil
  }

  mutating func checkGzipDisable(_ statement: Statement) {
    for word in 1..<statement.count where !statement.cString(word).isText("msie6") {
      let pattern = compilePattern(statement[word], ignoringCase: true, statement, word: word)
      if pattern == nil { return }
    }
  }

  mutating func checkAio(_ statement: Statement) {
    let value = statement.cString(1)
    if value.isText("off") || value.isText("threads") { return }
    if value.isText("on") {
      guard !setup.build.lacksFileAIO else {
        let text = "\"aio on\" is unsupported on this platform"
        refuse(.rule(directive: "aio", text), statement, word: 1)
        return
      }
      return
    }
    if let pool = value.after("threads=") {
      if !statement.hasDollar(1) { threadPoolUses.append((pool, statement.id)) }
      compileVariables(pool, statement, word: 1)
      return
    }
    refuse(.unreadable(directive: "aio", isNumber: false), statement, word: 1)
  }

  /// Checks a `resolver` (`ngx_resolver_create`).
  mutating func checkResolver(_ statement: Statement) {
    let knowsIPv4 = !setup.build.isOlder(than: 1, 23, 1)
    var hasServer = false
    for word in 1..<statement.count {
      let value = statement[word]
      if let time = value.after("valid=") {
        if NginxTime.seconds(time) != nil { continue }
        refuseResolver("invalid parameter: \(value.printable)", statement, word: word)
        return
      }
      if let flag = value.after("ipv6=") ?? (knowsIPv4 ? value.after("ipv4=") : nil) {
        if flag.isText("on") || flag.isText("off") { continue }
        refuseResolver("invalid parameter: \(value.printable)", statement, word: word)
        return
      }
      guard checkNameServer(statement, word: word) else { return }
      hasServer = true
    }
    if !hasServer { refuseResolver("no name servers defined", statement, word: 1) }
  }

  private mutating func refuseResolver(_ text: String, _ statement: Statement, word: Int) {
    refuse(.rule(directive: "resolver", text), statement, word: word)
  }

  private mutating func checkNameServer(_ statement: Statement, word: Int) -> Bool {
    let text = statement.printable(word)
    let reason: String
    do {
      let address = try NginxAddress(statement[word], defaultPort: 53)
      guard case .name = address.form else { return true }
      if setup.resolves(address.host) == true { return true }
      reason = "host not found"
    } catch {
      reason = error.reason
    }
    let isUncertain = reason == "host not found" && setup.hostNames == nil
    refuse(
      .value(.rule(directive: "resolver", "\(reason) in resolver \"\(text)\"")), statement,
      word: word, consequence: isUncertain ? .unknown : nil
    )
    return false
  }

  mutating func checkSplitPathInfo(_ statement: Statement) {
    guard
      let pattern = compilePattern(statement[1], ignoringCase: false, statement, word: 1),
      pattern.captureCount != 2
    else { return }
    refuse(
      .reference(.fewerCaptures(pattern: statement.printable(1), wanted: 2)), statement, word: 1
    )
  }

  mutating func checkIndex(_ statement: Statement) {
    for word in 1..<statement.count {
      if statement[word].first == UInt8(ascii: "/"), word != statement.count - 1 {
        refuse(
          .ignored("only the last index in \"index\" directive should be absolute"), statement,
          word: word)
      }
      if statement[word].isEmpty {
        let text = "index \"\(statement.printable(1))\" in \"index\" directive is invalid"
        refuse(.rule(directive: "index", text), statement, word: word)
        return
      }
      guard compileVariables(statement, word: word) else { return }
    }
  }

  mutating func checkUserIDExpires(_ statement: Statement) {
    let value = statement.cString(1)
    if value.isText("max") || value.isText("off") || NginxTime.seconds(value) != nil { return }
    refuse(.unreadable(directive: "userid_expires", isNumber: false), statement, word: 1)
  }

  mutating func checkUserIDMark(_ statement: Statement) {
    let value = statement[1]
    if value.isText("off") { return }
    if value.count == 1, let mark = value.first,
      mark == Ascii.equals || Ascii.isDigit(mark)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(Ascii.lowercased(mark))
    {
      return
    }
    let text =
      "\"userid_mark\" directive value must be \"off\" or a single letter, digit or \"=\""
    refuse(.rule(directive: "userid_mark", text), statement, word: 1)
  }

  mutating func checkSubFilter(_ statement: Statement) {
    guard !statement[1].isEmpty else {
      refuse(.rule(directive: "sub_filter", "empty search pattern"), statement, word: 1)
      return
    }
    guard compileVariables(statement, word: 1) else { return }
    compileVariables(statement, word: 2)
  }

  mutating func checkAuthRequestSet(_ statement: Statement) {
    guard defineVariable(statement, word: 1) else { return }
    compileVariables(statement, word: 2)
  }
}
