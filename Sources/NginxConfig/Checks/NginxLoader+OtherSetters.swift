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
    if setup.hostNames?[host] != nil { return }
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
    var maximum = name == "open_file_cache" ? 0 : 0
    for word in 1..<statement.count {
      let value = statement.cString(word)
      let isValid: Bool
      if let number = value.after("max=") {
        maximum = NginxNumber.integer(number) ?? 0
        isValid = maximum > 0
      } else if let time = value.after("inactive=") ?? value.after("valid=") {
        isValid = NginxTime.seconds(time) != nil
      } else if name != "open_file_cache", let number = value.after("min_uses=") {
        isValid = NginxNumber.integer(number) ?? 0 > 0
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
    for word in 1..<statement.count {
      let value = statement.cString(word)
      if ["off", "on", "if_not_owner"].contains(where: value.isText) { continue }
      guard let from = value.after("from=") else {
        refuse(invalid: "parameter", statement, word: word)
        return
      }
      guard compileVariables(from, statement, word: word) else { return }
    }
  }

  mutating func checkGzipDisable(_ statement: Statement) {
    for word in 1..<statement.count where !statement.cString(word).isText("msie6") {
      let pattern = compilePattern(statement[word], ignoringCase: true, statement, word: word)
      if pattern == nil { return }
    }
  }

  mutating func checkAio(_ statement: Statement) {
    let value = statement.cString(1)
    if value.isText("off") || value.isText("on") || value.isText("threads") { return }
    if let pool = value.after("threads=") {
      compileVariables(pool, statement, word: 1)
      return
    }
    refuse(.unreadable(directive: "aio", isNumber: false), statement, word: 1)
  }

  /// Checks a `resolver` (`ngx_resolver_create`).
  mutating func checkResolver(_ statement: Statement) {
    for word in 1..<statement.count {
      let value = statement[word]
      if let time = value.after("valid=") {
        if NginxTime.seconds(time) != nil { continue }
        refuse(invalid: "parameter", statement, word: word)
        return
      }
      if let flag = value.after("ipv6=") ?? value.after("ipv4=") {
        if flag.isText("on") || flag.isText("off") { continue }
        refuse(invalid: "parameter", statement, word: word)
        return
      }
      guard checkNameServer(statement, word: word) else { return }
    }
  }

  private mutating func checkNameServer(_ statement: Statement, word: Int) -> Bool {
    let text = statement.printable(word)
    let reason: String
    do {
      let address = try NginxAddress(statement[word], defaultPort: 53)
      guard case .name = address.form else { return true }
      if setup.hostNames?[address.host.printable] != nil { return true }
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

  /// Checks `proxy_redirect` and `proxy_cookie_*`, whose first parameter may be a pattern.
  mutating func checkReplacement(_ statement: Statement) {
    if statement.count == 2 {
      let value = statement.cString(1)
      if value.isText("default"), statement.command.name == "proxy_redirect" {
        checkDefaultRedirect(statement)
        return
      }
      if value.isText("off") { return }
      refuse(.unreadable(directive: statement.command.name, isNumber: false), statement, word: 1)
      return
    }
    guard let pattern = statement[1].after("~") else {
      for word in 1..<statement.count { compileVariables(statement, word: word) }
      return
    }
    let isRedirect = statement.command.name == "proxy_redirect"
    let caseless = isRedirect ? pattern.after("*") : nil
    let compiled = compilePattern(
      caseless ?? pattern, ignoringCase: caseless != nil || !isRedirect, statement, word: 1
    )
    guard compiled != nil else { return }
    for word in 2..<statement.count { compileVariables(statement, word: word) }
  }

  /// `proxy_redirect default` is made of the `proxy_pass`, which must stand before it.
  private mutating func checkDefaultRedirect(_ statement: Statement) {
    let text: String
    if let pass = sibling(named: "proxy_pass") {
      guard pass.contains(Ascii.dollar) else { return }
      text =
        "\"proxy_redirect default\" cannot be used with \"proxy_pass\" directive with variables"
    } else {
      text = "\"proxy_redirect default\" should be placed after the \"proxy_pass\" directive"
    }
    refuse(.rule(directive: "proxy_redirect", text), statement)
  }

  mutating func checkIndex(_ statement: Statement) {
    for word in 1..<statement.count {
      if statement[word].isEmpty {
        let text = "index \"\(statement.printable(1))\" in \"index\" directive is invalid"
        refuse(.rule(directive: "index", text), statement, word: word)
        return
      }
      guard compileVariables(statement, word: word) else { return }
    }
  }

  mutating func checkAuthRequestSet(_ statement: Statement) {
    guard defineVariable(statement, word: 1) else { return }
    compileVariables(statement, word: 2)
  }
}
