extension NginxLoader {
  /// The page size of the machines that nginx runs on here.
  var pageSize: Int { 4096 }

  /// Checks `limit_req_zone` and `limit_conn_zone`.
  mutating func checkLimitZone(_ statement: Statement) {
    guard compileVariables(statement, word: 1) else { return }
    let hasRate = statement.command.name == "limit_req_zone"
    var zone: (name: ByteText, size: Int, word: Int)?
    for word in 2..<statement.count {
      if let value = statement[word].after("zone=") {
        guard let (name, size) = zoneAndSize(value) else {
          refuse(invalid: "zone size", statement, word: word)
          return
        }
        if size < 8 * pageSize {
          refuse(.reference(.zoneTooSmall(statement.printable(word))), statement, word: word)
          return
        }
        zone = (name, size, word)
      } else if hasRate, let rate = statement[word].after("rate=") {
        guard Self.isRate(rate) else {
          refuse(invalid: "rate", statement, word: word)
          return
        }
      } else {
        refuse(invalid: "parameter", statement, word: word)
        return
      }
    }
    guard let zone, !zone.name.isEmpty else {
      refuse(
        .missingParameter(directive: statement.command.name, parameter: "zone"), statement
      )
      return
    }
    _ = addZone(
      zone.name, size: zone.size, statement, word: zone.word, key: statement.printable(1)
    )
  }

  func zoneAndSize(_ value: ByteText) -> (ByteText, Int)? {
    guard let colon = value.firstIndex(of: UInt8(ascii: ":")),
      let size = NginxNumber.size(value[(colon + 1)...])
    else { return nil }
    return (value[..<colon], size)
  }

  private static func isRate(_ rate: ByteText) -> Bool {
    let ending = rate.suffix(3)
    let number = ending.isText("r/s") || ending.isText("r/m") ? rate.dropLast(3) : rate
    return NginxNumber.integer(number) ?? 0 > 0
  }

  private static var requestParameters: [KeyedParameter] {
    [
      KeyedParameter(key: "zone=", kind: .anything, complaint: ""),
      KeyedParameter(key: "burst=", kind: .integer(1...Int.max), complaint: "burst value"),
      KeyedParameter(key: "delay=", kind: .integer(1...Int.max), complaint: "delay value"),
      KeyedParameter(key: "nodelay", kind: .word, complaint: ""),
    ]
  }

  /// Checks a `limit_req`, which no level may have twice for one zone.
  mutating func checkLimitReq(_ statement: Statement) {
    guard check(statement, from: 1, keys: Self.requestParameters) else { return }
    for word in 1..<statement.count {
      guard let zone = statement[word].after("zone=") else { continue }
      guard addZone(zone, size: 0, statement, word: word) else { return }
      checkLimitIsNew(zone, statement)
      return
    }
    refuse(.missingParameter(directive: "limit_req", parameter: "zone"), statement)
  }

  /// Checks a `limit_conn`.
  mutating func checkLimitConn(_ statement: Statement) {
    guard addZone(statement[1], size: 0, statement, word: 1) else { return }
    guard checkLimitIsNew(statement[1], statement) else { return }
    guard let number = NginxNumber.integer(statement[2]), number > 0 else {
      refuse(invalid: "number of connections", statement, word: 2)
      return
    }
    if number > 65535 {
      refuse(
        .rule(directive: "limit_conn", "connection limit must be less 65536"), statement, word: 2)
    }
  }

  @discardableResult
  private mutating func checkLimitIsNew(_ zone: ByteText, _ statement: Statement) -> Bool {
    if remember(zone, statement) { return true }
    refuse(.structure(.duplicate(statement.command.name)), statement)
    return false
  }

  private static var cacheParameters: [KeyedParameter] {
    [
      KeyedParameter(key: "levels=", kind: .anything, complaint: ""),
      KeyedParameter(key: "use_temp_path=", kind: .anything, complaint: ""),
      KeyedParameter(key: "keys_zone=", kind: .anything, complaint: ""),
      KeyedParameter(key: "inactive=", kind: .seconds, complaint: "inactive value"),
      KeyedParameter(key: "max_size=", kind: .offset, complaint: "max_size value"),
      KeyedParameter(key: "min_free=", kind: .offset, complaint: "min_free value"),
      KeyedParameter(
        key: "loader_files=", kind: .integer(0...Int.max), complaint: "loader_files value"),
      KeyedParameter(key: "loader_sleep=", kind: .milliseconds, complaint: "loader_sleep value"),
      KeyedParameter(
        key: "loader_threshold=", kind: .milliseconds, complaint: "loader_threshold value"),
      KeyedParameter(
        key: "manager_files=", kind: .integer(0...Int.max), complaint: "manager_files value"),
      KeyedParameter(key: "manager_sleep=", kind: .milliseconds, complaint: "manager_sleep value"),
      KeyedParameter(
        key: "manager_threshold=", kind: .milliseconds, complaint: "manager_threshold value"),
    ]
  }

  /// Checks a `proxy_cache_path` and its kin (`ngx_http_file_cache_set_slot`).
  mutating func checkCachePath(_ statement: Statement) {
    var zone: (name: ByteText, size: Int, word: Int)?
    for word in 2..<max(2, statement.count) {
      guard check(statement, words: word..<word + 1, keys: Self.cacheParameters) else { return }
      let value = statement.cString(word)
      if let levels = value.after("levels="), !Self.isLevels(levels) {
        refuse(.invalid("\"levels\"", value.printable), statement, word: word)
        return
      }
      if let flag = value.after("use_temp_path="), !flag.isText("on"), !flag.isText("off") {
        let text =
          "invalid use_temp_path value \"\(value.printable)\", it must be \"on\" or \"off\""
        refuse(.rule(directive: statement.command.name, text), statement, word: word)
        return
      }
      guard let text = value.after("keys_zone=") else { continue }
      guard let (name, size) = zoneAndSize(text) else {
        refuse(invalid: "keys zone size", statement, word: word)
        return
      }
      if size < 2 * pageSize {
        let text = "keys zone \"\(value.printable)\" is too small"
        refuse(.rule(directive: statement.command.name, text), statement, word: word)
        return
      }
      zone = (name, size, word)
    }
    guard let zone, !zone.name.isEmpty else {
      refuse(
        .missingParameter(directive: statement.command.name, parameter: "keys_zone"), statement
      )
      return
    }
    noteFolder(statement, word: 1, levels: [], isCache: true)
    _ = addZone(zone.name, size: zone.size, statement, word: zone.word, key: "")
  }

  private static func isLevels(_ text: ByteText) -> Bool {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    return text.isEmpty || parts.count <= 3 && parts.allSatisfy { $0.isText("1") || $0.isText("2") }
  }

  /// Checks a `proxy_cache_valid` and its kin.
  mutating func checkCacheValidity(_ statement: Statement) {
    let last = statement.count - 1
    guard NginxTime.seconds(statement[last]) != nil else {
      refuse(invalid: "time value", statement, word: last)
      return
    }
    for word in 1..<last where !statement.cString(word).isText("any") {
      guard (100...599).contains(NginxNumber.integer(statement[word]) ?? 0) else {
        refuse(invalid: "status", statement, word: word)
        return
      }
    }
  }

  /// Checks a `proxy_cache` and its kin, whose zone may be declared further down.
  mutating func checkCache(_ statement: Statement) {
    _ = remember(statement[1], statement)
    if statement.cString(1).isText("off") { return }
    if let store = sibling(named: statement.command.name.replacingSuffix("_cache", "_store")),
      !store.isText("off")
    {
      let text =
        "\"\(statement.command.name)\" directive is incompatible with"
        + " \"\(statement.command.name.replacingSuffix("_cache", "_store"))\""
      refuse(.rule(directive: statement.command.name, text), statement)
      return
    }
    noteProxy(statement)
    if statement.hasDollar(1) {
      compileVariables(statement, word: 1)
    } else if addZone(statement[1], size: 0, statement, word: 1) {
      state.cacheUses.append(
        CacheUse(directive: Int32(statement.id), zone: statement.printable(1))
      )
    }
  }

  mutating func checkStore(_ statement: Statement) {
    _ = remember(statement[1], statement)
    if statement.cString(1).isText("off") { return }
    let cache = statement.command.name.replacingSuffix("_store", "_cache")
    if let zone = sibling(named: cache), !zone.isText("off") {
      let text =
        "\"\(statement.command.name)\" directive is incompatible with \"\(cache)\""
      refuse(.rule(directive: statement.command.name, text), statement)
      return
    }
    compileVariables(statement, word: 1)
  }

  /// A first parameter that the block has remembered of another directive.
  func sibling(named name: String) -> ByteText? {
    table.commands(named: name).first.flatMap { command in
      memory.values(of: command, block: blocks.count).first
    }
  }
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String, _ replacement: String) -> String {
    hasSuffix(suffix) ? dropLast(suffix.count) + replacement : self
  }
}
