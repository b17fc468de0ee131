extension NginxLoader {
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
