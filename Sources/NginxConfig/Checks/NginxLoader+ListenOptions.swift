extension NginxLoader {
  private static var sharedOptions: [KeyedParameter] {
    [
      KeyedParameter(key: "bind", kind: .word, complaint: ""),
      KeyedParameter(key: "backlog=", kind: .integer(1...Int.max), complaint: "backlog"),
      KeyedParameter(key: "rcvbuf=", kind: .size, complaint: "rcvbuf"),
      KeyedParameter(key: "sndbuf=", kind: .size, complaint: "sndbuf"),
      KeyedParameter(key: "ssl", kind: .word, complaint: ""),
      KeyedParameter(key: "proxy_protocol", kind: .word, complaint: ""),
    ]
  }

  private static var socketOptions: [KeyedParameter] {
    [
      KeyedParameter(key: "fastopen=", kind: .integer(0...Int.max), complaint: "fastopen"),
      KeyedParameter(key: "reuseport", kind: .word, complaint: ""),
    ]
  }

  private static var httpOptions: [KeyedParameter] {
    [
      KeyedParameter(key: "default_server", kind: .word, complaint: ""),
      KeyedParameter(key: "default", kind: .word, complaint: ""),
      KeyedParameter(key: "deferred", kind: .word, complaint: ""),
      KeyedParameter(key: "http2", kind: .word, complaint: ""),
    ]
  }

  /// Checks the parameters of a `listen`; false where nginx would stop.
  mutating func checkListenOptions(_ statement: Statement, isHTTP: Bool) -> Bool {
    var keys = Self.sharedOptions
    if block.context != .mailServer { keys += Self.socketOptions }
    if isHTTP { keys += Self.httpOptions }
    if block.context == .streamServer {
      keys.append(KeyedParameter(key: "udp", kind: .word, complaint: ""))
    }
    if setup.build.version.map({ $0 >= NginxVersion(1, 25, 0) }) ?? true {
      keys.append(KeyedParameter(key: "quic", kind: .word, complaint: ""))
    }
    for word in 2..<max(2, statement.count) {
      guard checkListenOption(statement, word: word, keys) else { return false }
    }
    return true
  }

  private mutating func checkListenOption(
    _ statement: Statement, word: Int, _ keys: [KeyedParameter]
  ) -> Bool {
    let option = statement.cString(word)
    if let value = option.after("ipv6only=o") {
      if value.isText("n") || value.isText("ff") { return true }
      refuse(
        .invalid("ipv6only flags", option.after("ipv6only=")?.printable ?? ""), statement,
        word: word
      )
      return false
    }
    if let value = option.after("so_keepalive=") {
      if Self.isKeepalive(value) { return true }
      refuse(.invalid("so_keepalive value:", value.printable), statement, word: word)
      return false
    }
    if block.context == .server, option.after("accept_filter=") != nil {
      let text = "accept filters \"\(option.printable)\" are not supported on this platform"
      refuse(.ignored("\(text), ignored"), statement, word: word)
      return true
    }
    guard let key = keys.first(where: { $0.value(in: option) != nil }) else {
      if block.context == .server {
        refuse(invalid: "parameter", statement, word: word)
      } else {
        let text = "the invalid \"\(option.printable)\" parameter"
        refuse(.rule(directive: "listen", text), statement, word: word)
      }
      return false
    }
    if key.key == "http2", setup.build.version != nil, !setup.build.isOlder(than: 1, 25, 1) {
      let text =
        "the \"listen ... http2\" directive is deprecated, use the \"http2\" directive instead"
      refuse(.ignored(text), statement, word: word)
    }
    if let value = key.value(in: option), !key.accepts(value) {
      refuse(invalid: key.complaint, statement, word: word)
      return false
    }
    return true
  }

  /// `on`, `off` or `[idle]:[interval]:[count]`.
  private static func isKeepalive(_ value: ByteText) -> Bool {
    if value.isText("on") || value.isText("off") { return true }
    let parts = value.split(
      separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false
    )
    var numbers = [0, 0, 0]
    for (index, part) in parts.enumerated() where !part.isEmpty {
      guard let number = index < 2 ? NginxTime.seconds(part) : NginxNumber.integer(part) else {
        return false
      }
      numbers[index] = number
    }
    return numbers != [0, 0, 0]
  }
}
