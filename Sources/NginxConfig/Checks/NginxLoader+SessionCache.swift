import Machine

extension NginxLoader {
  /// Checks `ssl_ocsp_cache` (`ngx_http_ssl_ocsp_cache`).
  mutating func checkOCSPCache(_ statement: Statement) {
    let value = statement.cString(1)
    if value.isText("off") { return }
    guard let (name, size) = value.after("shared:").flatMap(zoneAndSize), !name.isEmpty else {
      refuse(invalid: "OCSP cache", statement, word: 1)
      return
    }
    if size < 8 * pageSize {
      let text = "OCSP cache \"\(value.printable)\" is too small"
      refuse(.rule(directive: "ssl_ocsp_cache", text), statement, word: 1)
      return
    }
    _ = addZone(name, size: size, statement, word: 1)
  }

  /// Checks a file with passwords, which nginx reads at once (`ngx_ssl_read_password_file`).
  mutating func checkPasswordFile(_ statement: Statement) {
    let name = String(decoding: statement.cString(1), as: UTF8.self)
    let path = setup.absolutePath(name, fromMainFile: true)
    switch files.lookup(path) {
    case .absent: refuse(.structure(.includeMissing(path)), statement, word: 1)
    case .folder:
      let text = "read() \"\(path)\" failed (21: Is a directory)"
      refuse(.rule(directive: statement.command.name, text), statement, word: 1)
    case .file, .opaqueFile, .unknown: break
    }
  }

  /// Checks `ssl_session_cache` (`ngx_http_ssl_session_cache`).
  mutating func checkSessionCache(_ statement: Statement) {
    for word in 1..<statement.count {
      let value = statement.cString(word)
      if ["off", "none", "builtin"].contains(where: value.isText) { continue }
      if let size = value.after("builtin:"), NginxNumber.integer(size) != nil { continue }
      guard let shared = value.after("shared:"), let (name, size) = zoneAndSize(shared),
        !name.isEmpty
      else {
        refuse(invalid: "session cache", statement, word: word)
        return
      }
      if size < 8 * pageSize {
        let text = "session cache \"\(value.printable)\" is too small"
        refuse(.rule(directive: "ssl_session_cache", text), statement, word: word)
        return
      }
      guard addZone(name, size: size, statement, word: word) else { return }
    }
  }
}
