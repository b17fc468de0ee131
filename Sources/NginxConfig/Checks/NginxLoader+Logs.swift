import SourceText

extension NginxLoader {
  private static var logParameters: [KeyedParameter] {
    [
      KeyedParameter(
        key: "buffer=", kind: .positiveSize, complaint: "buffer size", showsValueAlone: true),
      KeyedParameter(
        key: "flush=", kind: .positiveMilliseconds, complaint: "flush time", showsValueAlone: true),
      KeyedParameter(key: "gzip", kind: .word, complaint: ""),
      KeyedParameter(
        key: "gzip=", kind: .integer(1...9), complaint: "compression level", showsValueAlone: true),
      KeyedParameter(key: "if=", kind: .anything, complaint: ""),
    ]
  }

  /// Checks an `access_log` (`ngx_http_log_set_log`).
  mutating func checkAccessLog(_ statement: Statement) {
    if statement.cString(1).isText("off") {
      if statement.count > 2 { refuse(invalid: "parameter", statement, word: 2) }
      return
    }
    let isRemote = statement[1].after("syslog:") != nil
    if isRemote {
      guard checkSyslog(statement, word: 1) else { return }
    } else {
      guard compileVariables(statement, word: 1) else { return }
      if !statement.hasDollar(1) { noteLog(statement, word: 1) }
    }
    guard checkFormat(statement) else { return }
    guard check(statement, from: 3, keys: Self.logParameters) else { return }
    checkBuffering(statement, isRemote: isRemote)
  }

  private mutating func checkFormat(_ statement: Statement) -> Bool {
    let isStream = isInStream
    if statement.count < 3, isStream {
      refuse(
        .rule(directive: "access_log", "log format is not specified"), statement
      )
      return false
    }
    let name = statement.count > 2 ? statement[2] : ByteText("combined".utf8)
    if state.lowercasedFormats.number(of: name.lowercased) != nil { return true }
    let fault = ReferenceFault.unknownLogFormat(name.printable)
    refuse(
      .reference(fault), statement, word: min(2, statement.count - 1),
      consequence: isWhole ? nil : .unknown
    )
    return false
  }

  private mutating func checkBuffering(_ statement: Statement, isRemote: Bool) {
    var isBuffered = false
    var isFlushed = false
    for word in 3..<max(3, statement.count) {
      let value = statement.cString(word)
      if let condition = value.after("if="), statement.hasDollar(word) {
        guard compileVariables(condition, statement, word: word) else { return }
      }
      isBuffered = isBuffered || value.after("buffer=") != nil || value.after("gzip") != nil
      isFlushed = isFlushed || value.after("flush=") != nil
    }
    if isFlushed, !isBuffered {
      let text = "no buffer is defined for access_log \"\(statement.printable(1))\""
      refuse(.rule(directive: "access_log", text), statement)
    } else if isBuffered, statement.hasDollar(1) {
      refuse(
        .rule(directive: "access_log", "buffered logs cannot have variables in name"), statement)
    } else if isBuffered, isRemote {
      refuse(.rule(directive: "access_log", "logs to syslog cannot be buffered"), statement)
    }
  }

  /// Checks a `log_format` (`ngx_http_log_set_format`).
  mutating func checkLogFormat(_ statement: Statement) {
    guard state.formats.insert(statement[1]).isNew else {
      refuse(.reference(.duplicateLogFormat(statement.printable(1))), statement, word: 1)
      return
    }
    _ = state.lowercasedFormats.insert(statement[1].lowercased)
    var first = 2
    if statement.count > 2, let escaping = statement[2].after("escape=") {
      guard ["json", "none", "default"].contains(where: escaping.isText) else {
        refuse(.unknownEscaping(escaping.printable), statement, word: 2)
        return
      }
      first = 3
    }
    for word in first..<max(first, statement.count) where statement.hasDollar(word) {
      guard readFormat(statement, word: word) else { return }
    }
  }

  /// A format has a reader of its own, which knows a few names and no captures.
  private mutating func readFormat(_ statement: Statement, word: Int) -> Bool {
    var rest = statement[word]
    while let dollar = rest.firstIndex(of: Ascii.dollar) {
      let start = rest[dollar...]
      rest = rest[(dollar + 1)...]
      do {
        let name = try VariableReader.readName(&rest)
        let text = String(decoding: name, as: UTF8.self)
        if !Self.logVariables.contains(text) {
          state.variables.refer(to: name, in: statement.id)
        }
      } catch {
        switch error {
        case .invalidVariableName:
          refuse(.invalid("parameter", start.printable), statement, word: word)
        default: refuse(.reference(error), statement, word: word)
        }
        return false
      }
    }
    return true
  }

  /// The variables that exist in logs alone (`ngx_http_log_vars`).
  private static var logVariables: Set<String> {
    [
      "pipe", "time_local", "time_iso8601", "msec", "request_time", "status", "bytes_sent",
      "body_bytes_sent", "request_length",
    ]
  }

  /// Checks an `error_log` (`ngx_log_set_log`).
  mutating func checkErrorLog(_ statement: Statement) {
    if let memory = statement[1].after("memory:") {
      if NginxNumber.size(memory) == nil {
        refuse(.invalid("buffer size", memory.printable), statement, word: 1)
        return
      }
    } else if statement[1].after("syslog:") != nil {
      guard checkSyslog(statement, word: 1) else { return }
    } else if !statement.cString(1).isText("stderr") {
      noteLog(statement, word: 1)
    }
    var hasLevel = false
    var hasDebugLevel = false
    for word in 2..<max(2, statement.count) {
      let level = statement.cString(word)
      if Self.levels.contains(where: level.isText) {
        if hasLevel || hasDebugLevel {
          refuse(
            .rule(directive: "error_log", "duplicate log level \"\(level.printable)\""), statement,
            word: word)
          return
        }
        hasLevel = true
      } else if Self.debugLevels.contains(where: level.isText), !hasLevel {
        hasDebugLevel = true
      } else {
        refuse(invalid: "log level", statement, word: word)
        return
      }
    }
  }

  private static var levels: [String] {
    ["emerg", "alert", "crit", "error", "warn", "notice", "info", "debug"]
  }

  private static var debugLevels: [String] {
    [
      "debug_core", "debug_alloc", "debug_mutex", "debug_event", "debug_http", "debug_mail",
      "debug_stream",
    ]
  }

  /// Checks `syslog:server=…,facility=…` (`ngx_syslog_parse_args`); false where nginx refuses it.
  private mutating func checkSyslog(_ statement: Statement, word: Int) -> Bool {
    let text = statement[word].after("syslog:") ?? []
    var hasServer = false
    for part in text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      guard let fault = syslogFault(part, hasServer: &hasServer) else { continue }
      let isUncertain = setup.hostNames == nil && fault.hasPrefix("host not found")
      refuse(
        .value(.rule(directive: statement.command.name, fault)), statement, word: word,
        consequence: isUncertain ? .unknown : nil)
      return false
    }
    guard hasServer else {
      refuse(
        .rule(directive: statement.command.name, "no syslog server specified"), statement,
        word: word)
      return false
    }
    return true
  }

  private func syslogFault(_ part: ByteText, hasServer: inout Bool) -> String? {
    if let server = part.after("server=") {
      if hasServer { return "duplicate syslog \"server\"" }
      hasServer = true
      do {
        let address = try NginxAddress(server, defaultPort: 514)
        guard case .name = address.form, setup.resolves(address.host) != true else { return nil }
        return "host not found in syslog server \"\(server.printable)\""
      } catch {
        return "\(error.reason) in syslog server \"\(server.printable)\""
      }
    }
    if let name = part.after("facility=") {
      return Self.facilities.contains(where: name.isText)
        ? nil : "unknown syslog facility \"\(name.printable)\""
    }
    if let name = part.after("severity=") {
      return Self.levels.contains(where: name.isText)
        ? nil : "unknown syslog severity \"\(name.printable)\""
    }
    if let tag = part.after("tag=") {
      if tag.count > 32 { return "syslog tag length exceeds 32" }
      let isPlain = tag.allSatisfy(VariableReader.isNameByte)
      return isPlain
        ? nil : "syslog \"tag\" only allows alphanumeric characters and underscore"
    }
    if part.isText("nohostname") { return nil }
    return "unknown syslog parameter \"\(part.printable)\""
  }

  private static var facilities: [String] {
    [
      "kern", "user", "mail", "daemon", "auth", "intern", "lpr", "news", "uucp", "clock",
      "authpriv", "ftp", "ntp", "audit", "alert", "cron",
    ] + (0...7).map { "local\($0)" }
  }
}
