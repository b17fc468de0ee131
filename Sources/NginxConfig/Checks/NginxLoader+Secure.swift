import SourceText

extension NginxLoader {
  /// Checks that servers with `ssl on` have certificates, as the levels are merged.
  mutating func checkSecureServers() {
    guard usesCertificates else { return }
    for server in state.servers {
      let id = Int(server.directive)
      guard let flag = effective("ssl", at: id), values(of: flag).first == "on" else { continue }
      if effective("ssl_certificate", at: id) == nil, !rejectsHandshake(id) {
        let record = tree.records[flag]
        report(
          NginxProblem(
            .server(.noCertificate(directive: "ssl")),
            span: NginxDirective(id: flag, tree: tree).headSpan,
            reported: .at(
              tree.inclusions[Int(record.inclusion)].file, offset: Int(record.headEnd) - 1
            )
          )
        )
      }
    }
    checkCertificateKeys()
  }

  private mutating func checkCertificateKeys() {
    for server in state.servers {
      let id = Int(server.directive)
      guard let certificate = effective("ssl_certificate", at: id) else { continue }
      let certificates = children(named: "ssl_certificate", of: parent(of: certificate))
      let keys =
        effective("ssl_certificate_key", at: id)
        .map { children(named: "ssl_certificate_key", of: parent(of: $0)).count } ?? 0
      guard keys < certificates.count, isComplete, let last = certificates.last else { continue }
      let path = values(of: last).first ?? ""
      report(
        NginxProblem(
          .server(.noCertificateKey(setup.absolutePath(path, fromMainFile: true))),
          span: NginxDirective(id: last, tree: tree).headSpan, reported: .nowhere
        )
      )
    }
  }

  /// Checks that the default servers of secure addresses have certificates (`ngx_http_ssl_init`).
  mutating func checkCertificates() {
    guard isComplete else { return }
    for entry in state.addresses.entries where entry.isSecure {
      let candidates = [entry.defaultServer] + entry.servers
      for number in candidates {
        let server = Int(state.servers[Int(number)].directive)
        if effective("ssl_certificate", at: server) != nil { break }
        if rejectsHandshake(server) { continue }
        let record = tree.records[server]
        report(
          NginxProblem(
            .server(.noCertificate(directive: "listen ... ssl")),
            span: NginxDirective(id: server, tree: tree).headSpan,
            reported: .at(
              tree.inclusions[Int(record.inclusion)].file, offset: Int(record.headEnd) - 1
            )
          )
        )
        break
      }
    }
  }

  private mutating func rejectsHandshake(_ server: Int) -> Bool {
    guard let flag = effective("ssl_reject_handshake", at: server) else { return false }
    return values(of: flag).first?.lowercased() == "on"
  }
}
