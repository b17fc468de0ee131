import SourceText

extension NginxLoader {
  /// Checks a line of a block whose lines are data.
  mutating func checkLine(_ id: Int, of block: NginxCommand) {
    let line = statement(id, block)
    switch block.name {
    case "types": checkType(line)
    case "map": checkMapping(line)
    case "geo": checkGeo(line)
    case "split_clients": checkShare(line)
    case "charset_map": checkCharacter(line)
    default: break
    }
  }

  /// `type extension …` (`ngx_http_core_type`).
  private mutating func checkType(_ line: Statement) {
    if line.cString(0).isText("include") {
      guard line.count == 2 else {
        refuse(.structure(.wrongParameterCount("include")), line)
        return
      }
      include(line.id)
      return
    }
    let type = line.printable(0)
    for word in 1..<max(1, line.count) {
      let name = line[word].lowercased
      if let earlier = freeForm.types.updateValue(type, forKey: name) {
        let fault = BlockFault.duplicateExtension(name.printable, type: type, earlier: earlier)
        refuse(.block(fault), line, word: word)
      }
    }
  }

  /// `key value` (`ngx_http_map`).
  private mutating func checkMapping(_ line: Statement) {
    if line.count == 1 {
      if line.cString(0).isText("volatile") { return }
      if line.cString(0).isText("hostnames") {
        freeForm.hasHostNames = true
        return
      }
    }
    guard line.count == 2 else {
      refuse(.block(.wrongCount("map")), line)
      return
    }
    if line.cString(0).isText("include") {
      include(line.id)
      return
    }
    guard compileVariables(line, word: 1) else { return }
    if line.cString(0).isText("default") {
      if freeForm.hasDefault { refuse(.block(.duplicateMapDefault), line, word: 0) }
      freeForm.hasDefault = true
      return
    }
    checkKey(line)
  }

  private mutating func checkKey(_ line: Statement) {
    var key = line[0]
    if let pattern = key.after("~") {
      let caseless = pattern.after("*")
      _ = compilePattern(
        caseless ?? pattern, ignoringCase: caseless != nil, line, word: 0
      )
      return
    }
    if key.first == Ascii.backslash { key.removeFirst() }
    switch freeForm.keys.add(key.lowercased, mayHaveWildcards: freeForm.hasHostNames) {
    case .added: return
    case .taken:
      refuse(.block(.conflicting(key.lowercased.printable)), line, word: 0)
    case .malformed:
      refuse(.block(.invalidHostName(key.printable)), line, word: 0)
    }
  }

  /// `network value` (`ngx_http_geo`).
  private mutating func checkGeo(_ line: Statement) {
    if line.count == 1 {
      if line.cString(0).isText("proxy_recursive"), !isInStream { return }
      if line.cString(0).isText("volatile"), !setup.build.isOlder(than: 1, 29, 3) { return }
      if line.cString(0).isText("ranges") {
        if freeForm.hasNetworks { refuse(.block(.rangesNotFirst), line, word: 0) }
        freeForm.hasRanges = true
        return
      }
    }
    guard line.count == 2 else {
      refuse(.block(.wrongCount("geo")), line)
      return
    }
    let key = line.cString(0)
    if key.isText("include") {
      include(line.id)
    } else if key.isText("proxy"), !isInStream {
      _ = network(line, word: 1)
    } else if freeForm.hasRanges {
      checkRange(line)
    } else {
      freeForm.hasNetworks = true
      checkNetwork(line)
    }
  }

  private mutating func checkNetwork(_ line: Statement) {
    let isDeletion = line.cString(0).isText("delete")
    let isDefault = line.cString(0).isText("default")
    let any = isDefault ? NetworkAddress.Network(ByteText("0.0.0.0/0".utf8)) : nil
    guard let network = any ?? network(line, word: isDeletion ? 1 : 0) else { return }
    if isDeletion {
      if freeForm.networks.removeValue(forKey: network) == nil {
        refuse(.block(.noNetworkToDelete(line.printable(1))), line, word: 1)
      }
      return
    }
    let value = line.printable(1)
    guard let earlier = freeForm.networks.updateValue(value, forKey: network) else { return }
    let fault = BlockFault.duplicateNetwork(line.printable(0), value: value, earlier: earlier)
    refuse(.block(fault), line, word: 0)
  }

  private mutating func network(_ line: Statement, word: Int) -> NetworkAddress.Network? {
    let text = line[word]
    // nginx takes this one address by its name, for its reader takes it for a failure.
    if text.isText("255.255.255.255") {
      return NetworkAddress.Network(ByteText("ffff::ffff".utf8))
    }
    guard let network = NetworkAddress.Network(text) else {
      refuse(invalid: "network", line, word: word)
      return nil
    }
    if network.hasLowBits { refuse(.lowBits(text.printable), line, word: word) }
    return network
  }

  private mutating func checkRange(_ line: Statement) {
    if line.cString(0).isText("default") { return }
    let word = line.cString(0).isText("delete") ? 1 : 0
    let parts = line[word].split(separator: Ascii.hyphen, maxSplits: 1)
    if parts.count == 2, let start = NetworkAddress.version4(parts[0]),
      let end = NetworkAddress.version4(parts[1]), !end.lexicographicallyPrecedes(start)
    {
      return
    }
    refuse(invalid: "range", line, word: word)
  }

  /// `percent value` (`ngx_http_split_clients`).
  private mutating func checkShare(_ line: Statement) {
    let share = line[0]
    if share.isText("*") {
      freeForm.percent = max(freeForm.percent, 10_000)
      return
    }
    guard share.last == UInt8(ascii: "%"),
      let percent = NginxNumber.fixedPoint(share.dropLast(), places: 2), percent > 0
    else {
      refuse(invalid: "percent value", line, word: 0)
      return
    }
    freeForm.percent += percent
  }

  /// `source target` in hexadecimal digits (`ngx_http_charset_map`).
  private mutating func checkCharacter(_ line: Statement) {
    guard line.count == 2 else {
      refuse(.block(.wrongCount("charset_map")), line)
      return
    }
    guard let source = NginxNumber.hexadecimal(line[0]), source <= 255 else {
      refuse(invalid: "value", line, word: 0)
      return
    }
    if freeForm.isUTF8 {
      let digits = line[1]
      guard digits.count % 2 == 0, digits.allSatisfy({ NginxNumber.hexadecimalDigit($0) != nil })
      else {
        refuse(invalid: "value", line, word: 1)
        return
      }
    } else if NginxNumber.hexadecimal(line[1]).map({ $0 > 255 }) ?? true {
      refuse(invalid: "value", line, word: 1)
    }
  }
}
