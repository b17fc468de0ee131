import SourceText

/// A block that passes requests on with TLS, or keeps answers in a cache.
struct ProxyUse: Hashable {
  let block: Int32

  /// The start of the names of its directives, such as `uwsgi`.
  let module: String
}

/// What nginx looks at when it merges the levels of its proxies.
extension NginxLoader {
  /// Remembers the block of a `*_pass` or `*_cache`.
  mutating func noteProxy(_ statement: Statement) {
    let module = statement.command.name.prefix { $0 != "_" }
    let use = ProxyUse(block: block.directive, module: String(module))
    if knownProxyUses.insert(use).inserted { proxyUses.append(use) }
  }

  /// Checks the remembered blocks, in their order.
  mutating func checkProxies() {
    for use in proxyUses {
      checkCacheKey(of: use.module, in: Int(use.block))
      if hasTLS(use.module, in: Int(use.block)) { checkTLS(of: use.module, in: Int(use.block)) }
    }
    proxyUses = []
    knownProxyUses = []
  }

  /// Only `proxy_cache_key` has a default.
  private mutating func checkCacheKey(of module: String, in block: Int) {
    guard module != "proxy", module != "grpc", isComplete,
      let cache = children(named: "\(module)_cache", of: block).last,
      !value(of: cache).isText("off"), effective("\(module)_cache_key", at: block) == nil
    else { return }
    reportMerged(
      .value(.ignored("no \"\(module)_cache_key\" for \"\(module)_cache\"")), cache)
  }

  private func hasTLS(_ module: String, in block: Int) -> Bool {
    guard let pass = children(named: "\(module)_pass", of: block).last else { return false }
    let address = value(of: pass)
    if address.contains(Ascii.dollar) { return module != "fastcgi" && module != "scgi" }
    let scheme = ["proxy": "https://", "uwsgi": "suwsgi://", "grpc": "grpcs://"][module]
    return scheme.map { address.afterIgnoringCase($0) != nil } ?? false
  }

  /// Checks what a proxy needs for TLS (`ngx_http_proxy_set_ssl`).
  private mutating func checkTLS(of module: String, in block: Int) {
    guard isComplete else { return }
    if let certificate = effective("\(module)_ssl_certificate", at: block),
      !value(of: certificate).isEmpty,
      effective("\(module)_ssl_certificate_key", at: block) == nil
    {
      let text =
        "no \"\(module)_ssl_certificate_key\" is defined for certificate"
        + " \"\(value(of: certificate).printable)\""
      reportNowhere(.value(.rule(directive: "\(module)_ssl_certificate", text)), certificate)
    } else if let verify = effective("\(module)_ssl_verify", at: block), isOn(verify),
      effective("\(module)_ssl_trusted_certificate", at: block) == nil
    {
      let text = "no \(module)_ssl_trusted_certificate for \(module)_ssl_verify"
      reportNowhere(.value(.rule(directive: "\(module)_ssl_verify", text)), verify)
    }
  }

  /// The first buffer for headers must hold as much as a connection's pool (`ngx_http_core_merge_srv_conf`).
  mutating func checkHeaderBuffers() {
    for block in headerBufferBlocks {
      let buffers = effective("large_client_header_buffers", at: Int(block))
      let pool = effective("connection_pool_size", at: Int(block))
      guard let decisive = buffers ?? pool else { continue }
      let size = buffers.flatMap { NginxNumber.size(self.word(2, of: $0)) } ?? 8192
      let least = pool.flatMap { NginxNumber.size(value(of: $0)) } ?? 512
      guard size < least else { continue }
      let text =
        "the \"large_client_header_buffers\" size must be equal to or greater than"
        + " \"connection_pool_size\""
      reportMerged(.value(.rule(directive: "large_client_header_buffers", text)), decisive)
      return
    }
  }

  private func word(_ index: Int, of directive: Int) -> ByteText {
    let statement = statement(directive, table[tree.records[directive].command])
    return index < statement.count ? statement[index] : []
  }
}
