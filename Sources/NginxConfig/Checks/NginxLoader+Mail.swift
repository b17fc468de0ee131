import SourceText

extension NginxLoader {
  mutating func checkMailProtocol(_ statement: Statement) {
    let protocols = ["pop3", "imap", "smtp"]
    if !protocols.contains(where: statement.cString(1).isText) {
      let text = "unknown protocol \"\(statement.printable(1))\""
      refuse(.rule(directive: "protocol", text), statement, word: 1)
    }
  }

  /// Checks an `auth_http` (`ngx_mail_auth_http`).
  mutating func checkAuthHTTP(_ statement: Statement) {
    let url = statement[1].after("http://") ?? statement[1]
    do {
      let address = try NginxAddress(url, mayHaveURI: true, defaultPort: 80)
      if case .name = address.form { resolve(address.host, url, statement) }
    } catch {
      refuseAuthHTTP(error.reason, url, statement)
    }
  }

  private mutating func resolve(_ host: ByteText, _ url: ByteText, _ statement: Statement) {
    if setup.resolves(host) == true { return }
    refuseAuthHTTP(
      "host not found", url, statement, consequence: setup.hostNames == nil ? .unknown : nil)
  }

  private mutating func refuseAuthHTTP(
    _ reason: String, _ url: ByteText, _ statement: Statement, consequence: Consequence? = nil
  ) {
    let text = "\(reason) in auth_http \"\(url.printable)\""
    refuse(
      .value(.rule(directive: "auth_http", text)), statement, word: 1, consequence: consequence)
  }

  /// The end of `mail`: nginx merges its servers one after another.
  mutating func mailEnds(_ id: Int) {
    socketCount += state.addresses.socketCount
    guard isComplete else { return }
    for number in state.servers.indices {
      guard checkMailServer(number) else { return }
    }
  }

  private mutating func checkMailServer(_ number: Int) -> Bool {
    let server = Int(state.servers[number].directive)
    let known = [110, 995, 143, 993, 25, 465, 587]
    if !hasChild(server, ["protocol"]) {
      let ports = state.addresses.entries.filter { $0.servers.contains(Int32(number)) }.map(\.port)
      if !ports.contains(where: known.contains) {
        reportServer(server, .unknownMailProtocol)
        return false
      }
    }
    guard checkMailCertificates(number) else { return false }
    guard effective("auth_http", at: server) == nil else { return true }
    reportServer(server, sentence: "no \"auth_http\" is defined for server")
    return false
  }

  /// A server that speaks TLS needs a certificate (`ngx_mail_ssl_merge_conf`).
  private mutating func checkMailCertificates(_ number: Int) -> Bool {
    let server = Int(state.servers[number].directive)
    guard let (directive, name) = secureDirective(of: number),
      effective("ssl_certificate", at: server) == nil
    else { return true }
    reportServer(directive, .noCertificate(directive: name))
    return false
  }

  private mutating func secureDirective(of number: Int) -> (directive: Int, name: String)? {
    let server = Int(state.servers[number].directive)
    if let secure = state.servers[number].secure { return (Int(secure.directive), secure.name) }
    if let flag = effective("ssl", at: server), values(of: flag).first?.lowercased() == "on" {
      return (flag, "ssl")
    }
    guard let flag = effective("starttls", at: server),
      let value = values(of: flag).first?.lowercased(), value != "off"
    else { return nil }
    return (flag, "starttls")
  }
}
