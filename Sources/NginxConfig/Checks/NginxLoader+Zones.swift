import SourceText

extension NginxLoader {
  /// Declares or refers to a zone of shared memory, as `ngx_shared_memory_add` does.
  mutating func addZone(
    _ name: ByteText, size: Int, _ statement: Statement, word: Int, key: String? = nil
  ) -> Bool {
    let text = name.printable
    let module = zoneModule(of: statement.command)
    guard var zone = zones[text] else {
      zoneNames.append(text)
      zones[text] = ZoneRecord(
        size: size, module: module, directive: Int32(statement.id), key: key
      )
      return true
    }
    guard zone.module == module else {
      refuse(.reference(.zoneOfOtherUse(text)), statement, word: word)
      return false
    }
    if zone.size == 0 { zone.size = size }
    guard size == 0 || size == zone.size else {
      refuse(
        .reference(.zoneSizeConflict(text, size: size, earlier: zone.size)), statement, word: word
      )
      return false
    }
    if let key {
      if let earlier = zone.key {
        let isCache = statement.command.value == .cachePath
        let fault: ReferenceFault =
          isCache
          ? .duplicateCacheZone(text)
          : .zoneBound(directive: statement.command.name, zone: text, key: earlier)
        refuse(.reference(fault), statement, word: word)
        return false
      }
      zone.key = key
    }
    zones[text] = zone
    return true
  }

  /// `limit_req` and `limit_req_zone` share their zones; so do the caches of one module.
  private func zoneModule(of command: NginxCommand) -> String {
    command.name == "ssl_ocsp_cache" ? "\(command.module)_ctx" : command.module
  }

  /// Reports zones that are used and have no size, as `ngx_init_cycle` does at the very end.
  mutating func checkZonesHaveSizes() {
    guard isWhole else { return }
    for name in zoneNames {
      guard let zone = zones[name], zone.size == 0 else { continue }
      let span = NginxDirective(id: Int(zone.directive), tree: tree).headSpan
      report(
        NginxProblem(.reference(.zoneWithoutSize(name)), span: span, reported: .nowhere)
      )
    }
  }
}
