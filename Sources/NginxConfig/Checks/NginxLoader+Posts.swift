extension NginxLoader {
  /// The bounds of numbers that nginx checks after it has read them.
  private static var bounds: [String: ClosedRange<Int>] {
    [
      "gzip_comp_level": 1...9, "limit_req_status": 400...599, "limit_conn_status": 400...599,
      "uwsgi_modifier1": 0...255, "uwsgi_modifier2": 0...255,
    ]
  }

  /// Checks what nginx looks at once it has read a value (`post` in `ngx_command_t`).
  mutating func checkPost(_ statement: Statement) {
    switch statement.command.value {
    case .number: checkBounds(statement)
    case .size: checkSize(statement)
    case .buffers:
      noteBuffers(statement)
      if statement.command.name == "large_client_header_buffers" { noteHeaderBuffers() }
    case .flag: checkDeprecation(statement)
    case .path: checkPath(statement)
    default: break
    }
  }

  private mutating func noteHeaderBuffers() {
    headerBufferBlocks.append(block.directive)
  }

  private mutating func checkBounds(_ statement: Statement) {
    if let number = NginxNumber.integer(statement[1]) { checkHTTP2(statement, value: number) }
    guard let range = Self.bounds[statement.command.name],
      let number = NginxNumber.integer(statement[1]), !range.contains(number)
    else { return }
    refuse(.outOfBounds(low: range.lowerBound, high: range.upperBound), statement, word: 1)
  }

  private mutating func checkSize(_ statement: Statement) {
    noteBuffers(statement)
    guard let size = NginxNumber.size(statement[1]) else { return }
    let name = statement.command.name
    switch name {
    case "connection_pool_size", "request_pool_size", "http2_pool_size":
      if name == "connection_pool_size" { noteHeaderBuffers() }
      // A pool's head and two large blocks, on a machine of 64 bits (`NGX_MIN_POOL_SIZE`).
      if size < 112 {
        refuse(.poolTooSmall(112), statement, word: 1)
      } else if size % 16 != 0 {
        refuse(.poolMisaligned(16), statement, word: 1)
      }
    case "gzip_window":
      checkPower(statement, size: size, in: 512...32768, text: "512, 1k, 2k, 4k, 8k, 16k, or 32k")
    case "gzip_hash":
      checkPower(
        statement, size: size, in: 512...131_072,
        text: "512, 1k, 2k, 4k, 8k, 16k, 32k, 64k, or 128k")
    case "send_lowat", "proxy_send_lowat", "fastcgi_send_lowat":
      refuse(.ignored("\"\(name)\" is not supported, ignored"), statement)
    case "proxy_downstream_buffer", "proxy_upstream_buffer":
      refuse(.deprecated(name, use: "proxy_buffer_size"), statement)
    default: checkHTTP2(statement, value: size)
    }
  }

  private mutating func checkPower(
    _ statement: Statement, size: Int, in range: ClosedRange<Int>, text: String
  ) {
    guard !range.contains(size) || size & (size - 1) != 0 else { return }
    let name = statement.command.name
    refuse(.rule(directive: name, "\"\(name)\" directive must be \(text)"), statement, word: 1)
  }

  private mutating func checkDeprecation(_ statement: Statement) {
    if statement.command.name == "http2_push_preload" {
      checkPreload(statement)
      return
    }
    if statement.command.name == "ssl_reject_handshake" { usesCertificates = true }
    guard statement.command.name == "ssl" else { return }
    usesCertificates = true
    refuse(.deprecated("ssl", use: "listen ... ssl"), statement)
  }

  private mutating func checkPath(_ statement: Statement) {
    var length = 0
    for word in 2..<max(2, statement.count) {
      guard let level = NginxNumber.integer(statement[word]), level > 0 else {
        refuse(
          .unreadable(directive: statement.command.name, isNumber: false), statement, word: word)
        return
      }
      length += level + 1
    }
    if length > 10 + statement.count - 2 {
      refuse(.unreadable(directive: statement.command.name, isNumber: false), statement)
      return
    }
    let levels = (2..<max(2, statement.count)).map { NginxNumber.integer(statement[$0]) ?? 0 }
    noteFolder(statement, word: 1, levels: levels, isCache: false)
  }
}
