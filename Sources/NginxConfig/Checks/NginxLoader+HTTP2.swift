extension NginxLoader {
  /// Checks directives of HTTP/2 that nginx has given up: most in 1.19.7, server push in 1.25.1.
  mutating func checkObsolete(_ statement: Statement) {
    let newer = [
      "http2_recv_timeout": "client_header_timeout", "http2_idle_timeout": "keepalive_timeout",
      "http2_max_requests": "keepalive_requests",
      "http2_max_field_size": "large_client_header_buffers",
      "http2_max_header_size": "large_client_header_buffers",
    ]
    let name = statement.command.name
    if let use = newer[name] {
      refuse(.obsolete(name, use: use), statement)
    } else if setup.build.isOlder(than: 1, 25, 1) {
      checkPush(statement)
    } else {
      refuse(.ignored("the \"\(name)\" directive is obsolete, ignored"), statement)
    }
  }

  mutating func checkPreload(_ statement: Statement) {
    guard setup.build.isOlder(than: 1, 25, 1) else {
      refuse(.ignored("the \"http2_push_preload\" directive is obsolete, ignored"), statement)
      return
    }
    if !remember(ByteText(), statement) {
      refuse(.structure(.duplicate("http2_push_preload")), statement)
    }
  }

  private mutating func checkPush(_ statement: Statement) {
    let seen = remembered(statement)
    guard statement.command.name == "http2_push" else {
      if !seen.isEmpty {
        refuse(.structure(.duplicate(statement.command.name)), statement)
      } else if NginxNumber.integer(statement[1]) == nil {
        refuse(.unreadable(directive: statement.command.name, isNumber: true), statement, word: 1)
      }
      _ = remember(ByteText(), statement)
      return
    }
    let off = ByteText("off".utf8)
    guard statement.cString(1).isText("off") else {
      if seen.contains(off) {
        let text = "\"http2_push\" directive URI cannot be used with \"off\" parameter"
        refuse(.rule(directive: "http2_push", text), statement)
      }
      _ = remember(ByteText(), statement)
      compileVariables(statement, word: 1)
      return
    }
    if seen.contains(ByteText()) {
      let text = "\"http2_push\" directive \"off\" parameter cannot be used with URI"
      refuse(.rule(directive: "http2_push", text), statement)
    } else if !remember(off, statement) {
      refuse(.structure(.duplicate("http2_push")), statement)
    }
  }

  /// Checks what nginx looks at once it has read a size or number of HTTP/2.
  mutating func checkHTTP2(_ statement: Statement, value: Int) {
    let name = statement.command.name
    switch name {
    case "http2_chunk_size" where value == 0:
      refuse(.rule(directive: name, "the http2 chunk size cannot be zero"), statement, word: 1)
    case "http2_recv_buffer_size" where value < 16:
      refuse(.rule(directive: name, "\"\(name)\" directive value is too small"), statement, word: 1)
    case "http2_streams_index_size" where value == 0 || value & (value - 1) != 0:
      refuse(
        .rule(directive: name, "\"\(name)\" directive must be a power of two"), statement, word: 1)
    case "http2_body_preread_size" where value > 2_147_483_647:
      let text = "the maximum body preread buffer size is 2147483647"
      refuse(.rule(directive: name, text), statement, word: 1)
    default: break
    }
  }
}
