import SourceText

extension Loading {
  /// Reads the servers: inet first, then unix, as `server_configs_from_parser` does.
  mutating func readHTTPServers() {
    for section in sections(withPrefix: "inet_http_server") {
      configuration.httpServers.append(readInetServer(section))
    }
    for section in sections(withPrefix: "unix_http_server") {
      configuration.httpServers.append(readUnixServer(section))
    }
  }

  private mutating func readInetServer(_ section: IniSection) -> HTTPServer {
    let context = ValueContext(section: section, names: Expansions())
    let credentials = credentials(context)
    let header = section.header ?? mainSpan
    let port = optional("port", in: context) { (text) throws(BadValue) in
      try InetAddress.parse(text)
    }
    if port == nil { record(.badSection(.noPort(section: section.name), span: header)) }
    return HTTPServer(
      section: section.name, address: port ?? Setting(nil), username: credentials.username,
      password: credentials.password, mode: nil, owner: nil, span: header
    )
  }

  private mutating func readUnixServer(_ section: IniSection) -> HTTPServer {
    let withHere = ValueContext(section: section, names: hereOnly)
    let context = ValueContext(section: section, names: Expansions())
    let header = section.header ?? mainSpan
    let file = optional("file", in: withHere, Conversion.text)
    if file == nil { record(.badSection(.noFile(section: section.name), span: header)) }
    let credentials = credentials(context)
    let owner = owner("chown", in: context) { .badServerOwner($0) }
    let mode = mode("chmod", in: context) { .badServerMode($0) }
    let address = file?.map { (path) -> HTTPServer.Address? in
      surroundings.normalized(path.pythonStripped).map { .unix(path: $0) }
    }
    return HTTPServer(
      section: section.name, address: address ?? Setting(nil), username: credentials.username,
      password: credentials.password, mode: mode ?? Setting(0o700),
      owner: owner.map { $0.value ?? SocketOwner(userID: nil, groupID: nil) }
        ?? SocketOwner(userID: -1, groupID: -1),
      span: header
    )
  }

  private mutating func credentials(
    _ context: ValueContext
  ) -> (username: Setting<String>?, password: Setting<String>?) {
    let username = optional("username", in: context, Conversion.text)
    let password = optional("password", in: context, Conversion.text)
    if (username == nil) != (password == nil) {
      let span = (username ?? password)?.span ?? context.section.header ?? mainSpan
      record(
        .badSection(.incompleteAuthentication(section: context.section.name), span: span)
      )
    }
    return (username, password)
  }
}

/// Reads `[host:]port` as `inet_address` does.
enum InetAddress {
  static func parse(_ text: String) throws(BadValue) -> HTTPServer.Address? {
    guard let colon = text.lastIndex(of: ":") else {
      guard let port = try? port(text) else { throw .notPort(text) }
      return .inet(host: "", port: port)
    }
    let number = String(text[text.index(after: colon)...])
    if number.isEmpty { throw .noPort(number) }
    let host = text[..<colon].lowercased()
    return .inet(host: host == "*" ? "" : host, port: try port(number))
  }

  private static func port(_ text: String) throws(BadValue) -> Int {
    guard let port = Int(python: text) else { throw .notInteger(text) }
    if port < 1 { throw .portTooLow(port) }
    if port > 65535 { throw .portTooHigh(port) }
    return port
  }
}
