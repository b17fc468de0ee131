import Machine
import SourceText

/// What nginx does with certificates once it merges the servers of `http` (`ngx_http_ssl_merge_srv_conf`).
extension NginxLoader {
  /// Checks the servers one after another; nginx stops at the first fault.
  mutating func checkSecureServers() {
    guard usesCertificates else { return }
    for server in state.servers {
      guard checkCertificates(of: Int(server.directive)) else { return }
    }
  }

  private mutating func checkCertificates(of server: Int) -> Bool {
    let certificates = effectiveAll("ssl_certificate", at: server)
    let keys = effectiveAll("ssl_certificate_key", at: server)
    if let flag = effective("ssl", at: server), isOn(flag) {
      guard checkSwitchedOn(flag, server, certificates, keys) else { return false }
    } else if let last = certificates.last, keys.count < certificates.count {
      guard isComplete else { return true }
      reportMissingKey(of: last)
      return false
    }
    guard !certificates.isEmpty || rejectsHandshake(server) else { return true }
    return loadCertificates(certificates, keys) && checkClientVerification(server)
  }

  /// Checks a server with `ssl on`, which only nginx before 1.25.1 knows.
  private mutating func checkSwitchedOn(
    _ flag: Int, _ server: Int, _ certificates: [Int], _ keys: [Int]
  ) -> Bool {
    guard isComplete else { return true }
    if let missing = certificates.dropFirst(keys.count).first {
      let name = value(of: missing).printable
      let start = keys.isEmpty ? "" : "certificate \"\(absolute(name))\" and "
      let text = "no \"ssl_certificate_key\" is defined for \(start)the \"ssl\" directive"
      reportAtHead(of: flag, .value(.rule(directive: "ssl", text)))
      return false
    }
    guard certificates.isEmpty, !rejectsHandshake(server) else { return true }
    reportAtHead(of: flag, .server(.noCertificate(directive: "ssl")))
    return false
  }

  private mutating func reportMissingKey(of certificate: Int) {
    let path = absolute(value(of: certificate).printable)
    reportNowhere(.server(.noCertificateKey(path)), certificate)
  }

  /// Reads certificates with their keys, or the variables in their names.
  mutating func loadCertificates(_ certificates: [Int], _ keys: [Int]) -> Bool {
    for (certificate, key) in zip(certificates, keys) {
      let hasVariables = [certificate, key].contains { value(of: $0).contains(Ascii.dollar) }
      if hasVariables {
        guard compileLate(certificate), compileLate(key) else { return false }
      } else {
        guard load(certificate, as: .certificate), load(key, as: .key) else { return false }
      }
    }
    return true
  }

  private enum SecretKind: String {
    case certificate = "certificate"
    case key = "certificate key"
  }

  /// Reads a file as OpenSSL 3 does, as far as it fails for files that are missing or no PEM.
  private mutating func load(_ directive: Int, as kind: SecretKind) -> Bool {
    let name = value(of: directive)
    guard name.after("data:") == nil, name.after("engine:") == nil else { return true }
    let path = absolute(name.printable)
    let reason: String
    switch files.lookup(path) {
    case .absent:
      reason =
        "BIO_new_file() failed (SSL: error:80000002:system library::No such file or directory:"
        + "calling fopen(\(path), r) error:10000080:BIO routines::no such file)"
    case .file(let bytes, _)
    where kind == .certificate && !bytes[...].contains(text: "-----BEGIN "):
      reason =
        "PEM_read_bio_X509_AUX() failed (SSL: error:0480006C:PEM routines::no start line:"
        + "Expecting: TRUSTED CERTIFICATE)"
    default: return true
    }
    let text = "cannot load \(kind.rawValue) \"\(path)\": \(reason)"
    reportNowhere(
      .value(.rule(directive: "ssl_certificate", text)), directive,
      consequence: setup.filesAreFinal ? nil : .unknown)
    return !setup.filesAreFinal
  }

  private mutating func checkClientVerification(_ server: Int) -> Bool {
    guard isComplete, let verify = effective("ssl_verify_client", at: server),
      ["on", "optional"].contains(where: value(of: verify).isTextIgnoringCase),
      effective("ssl_client_certificate", at: server).map({ value(of: $0).isEmpty }) ?? true
    else { return true }
    // Since 1.27.3 a trusted certificate is enough.
    if !setup.build.isOlder(than: 1, 27, 3),
      effective("ssl_trusted_certificate", at: server) != nil
    {
      return true
    }
    let text = "no ssl_client_certificate for ssl_verify_client"
    reportNowhere(.value(.rule(directive: "ssl_verify_client", text)), verify)
    return false
  }

  /// Reads variables as nginx does when it merges the levels, naming the end of the block.
  private mutating func compileLate(_ directive: Int) -> Bool {
    do {
      try VariableReader.read(value(of: directive)) { name in
        state.variables.refer(to: name, in: directive)
      }
      return true
    } catch {
      reportMerged(.reference(error), directive)
      return false
    }
  }

  /// Checks that the default servers of secure addresses have certificates (`ngx_http_ssl_init`).
  mutating func checkSecureAddresses() {
    guard isComplete else { return }
    for entry in state.addresses.entries where entry.isSecure {
      for number in [entry.defaultServer] + entry.servers {
        let server = Int(state.servers[Int(number)].directive)
        if effective("ssl_certificate", at: server) != nil { break }
        if rejectsHandshake(server) { continue }
        reportServer(server, .noCertificate(directive: "listen ... ssl"))
        break
      }
    }
  }

  /// Checks the `listen … ssl` of `stream`, which want certificates each (`ngx_stream_ssl_merge_conf`).
  mutating func checkSecureStreams() {
    for server in state.servers {
      guard let (directive, name) = server.secure, isComplete else { continue }
      let certificates = effectiveAll("ssl_certificate", at: Int(server.directive))
      let keys = effectiveAll("ssl_certificate_key", at: Int(server.directive))
      if certificates.isEmpty {
        reportAtHead(of: Int(directive), .server(.noCertificate(directive: name)))
        return
      }
      if keys.isEmpty {
        let text = "no \"ssl_certificate_key\" is defined for the \"\(name)\" directive"
        reportAtHead(of: Int(directive), .value(.rule(directive: name, text)))
        return
      }
      guard loadCertificates(certificates, keys) else { return }
    }
  }

  private mutating func rejectsHandshake(_ server: Int) -> Bool {
    effective("ssl_reject_handshake", at: server).map(isOn) ?? false
  }

  private func absolute(_ name: String) -> String {
    setup.absolutePath(name, fromMainFile: true)
  }
}

extension NginxLoader {
  /// The first parameter of a directive that was read before.
  func value(of directive: Int) -> ByteText {
    let statement = statement(directive, table[tree.records[directive].command])
    return statement.count > 1 ? statement[1] : []
  }

  func isOn(_ directive: Int) -> Bool {
    value(of: directive).isTextIgnoringCase("on")
  }

  /// All directives of a name in the block that decides.
  mutating func effectiveAll(_ name: String, at id: Int) -> [Int] {
    effective(name, at: id).map { children(named: name, of: parent(of: $0)) } ?? []
  }

  mutating func reportNowhere(
    _ fault: NginxFault, _ directive: Int, consequence: Consequence? = nil
  ) {
    let span = NginxDirective(id: directive, tree: tree).headSpan
    report(NginxProblem(fault, span: span, reported: .nowhere, consequence: consequence))
  }
}
