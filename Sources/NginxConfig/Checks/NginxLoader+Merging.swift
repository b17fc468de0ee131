import SourceText

extension NginxLoader {
  /// The directive that decides in a block: its own, or that of the nearest block around it.
  mutating func effective(_ name: String, at id: Int) -> Int? {
    if let own = children(named: name, of: id).first { return own }
    var block = Int(tree.records[id].parent)
    // Nobody nests deeper, and a search without end for each of many blocks would take for ever.
    for _ in 0..<200 where block >= 0 {
      if let child = outerChild(named: name, of: block) { return child }
      block = Int(tree.records[block].parent)
    }
    return nil
  }

  /// The first directive of a name in a block; thousands of blocks ask this of one around them.
  private mutating func outerChild(named name: String, of block: Int) -> Int? {
    let depth = Int(tree.records[block].depth)
    if let known = outerChildren[depth]?[name], known.block == block { return known.directive }
    let child = children(named: name, of: block).first
    outerChildren[depth, default: [:]][name] = (block, child)
    return child
  }

  func parent(of id: Int) -> Int {
    Int(tree.records[id].parent)
  }

  func values(of id: Int) -> [String] {
    NginxDirective(id: id, tree: tree).values
  }

  /// The directives of a name that stand directly in a block.
  func children(named name: String, of id: Int) -> [Int] {
    let commands = table.commands(named: name).map(\.id)
    var found: [Int] = []
    var child = id + 1
    let end = id < 0 ? tree.records.count : Int(tree.records[id].subtreeEnd)
    while child < end {
      if commands.contains(tree.records[child].command) { found.append(child) }
      child = Int(tree.records[child].subtreeEnd)
    }
    return found
  }

  /// Checks what nginx sees only when the levels of `http` are merged; it names the end of `http`.
  mutating func checkMergedLevels(_ http: Int) {
    guard !state.servers.isEmpty else { return }
    for fault in deferred {
      let span = NginxDirective(id: Int(fault.directive), tree: tree).headSpan
      report(NginxProblem(fault.fault, span: span, reported: endOfHTTP))
    }
    deferred = []
    checkReferersHaveNames()
    for (module, blocks) in bufferBlocks.sorted(by: { $0.key < $1.key }) {
      for block in blocks { checkBuffers(of: module, in: Int(block)) }
    }
    for use in state.cacheUses {
      guard let zone = zones[use.zone], zone.key == nil, isComplete else { continue }
      let directive = NginxDirective(id: Int(use.directive), tree: tree)
      let fault = ReferenceFault.unknownCacheZone(directive: directive.name, zone: use.zone)
      report(
        NginxProblem(.reference(fault), span: directive.headSpan, reported: endOfHTTP)
      )
    }
    checkProxies()
  }

  private var endOfHTTP: NginxProblem.ReportedPlace {
    .at(tree.inclusions[Int(file.inclusion)].file, offset: offset)
  }

  /// Remembers the blocks whose buffers must fit together.
  mutating func noteBuffers(_ statement: Statement) {
    for (number, module) in Self.bufferModules.enumerated() {
      guard let rest = statement[0].after("\(module)_"),
        Self.bufferNames.contains(where: rest.isText)
      else { continue }
      if bufferBlocks[number, default: []].last != block.directive {
        bufferBlocks[number, default: []].append(block.directive)
      }
    }
  }

  private static var bufferModules: [String] { ["proxy", "fastcgi", "uwsgi", "scgi"] }

  private static var bufferNames: [String] {
    [
      "buffers", "buffer_size", "busy_buffers_size", "temp_file_write_size", "max_temp_file_size",
    ]
  }

  private mutating func checkBuffers(of number: Int, in block: Int) {
    let module = Self.bufferModules[number]
    func size(_ name: String, word: Int = 0) -> (id: Int, bytes: Int)? {
      guard let id = effective("\(module)_\(name)", at: block) else { return nil }
      let values = values(of: id)
      guard word < values.count else { return nil }
      let bytes = NginxNumber.size(ByteText(values[word].utf8))
      return bytes.map { (id, $0) }
    }
    let bufferCount = size("buffers")?.bytes ?? 8
    let bufferSize = size("buffers", word: 1)?.bytes ?? pageSize
    let largest = max(size("buffer_size")?.bytes ?? pageSize, bufferSize)
    let least = "\"\(module)_buffer_size\" and one of the \"\(module)_buffers\""
    let busy = size("busy_buffers_size")
    let anywhere = busy?.id ?? size("buffers")?.id ?? size("buffer_size")?.id ?? block
    if bufferCount < 2 {
      reportMerged(
        .value(
          .rule(
            directive: "\(module)_buffers", "there must be at least 2 \"\(module)_buffers\"")),
        anywhere)
    } else if busy?.bytes ?? 2 * largest < largest {
      reportMerged(
        .server(.bufferMinimum("\(module)_busy_buffers_size", least: least)), anywhere)
    } else if busy?.bytes ?? 2 * largest > (bufferCount - 1) * bufferSize {
      let fault = ServerFault.bufferRelation(
        small: "\(module)_busy_buffers_size", buffers: "\(module)_buffers"
      )
      reportMerged(.server(fault), anywhere)
    } else if let write = size("temp_file_write_size"), write.bytes < largest {
      reportMerged(
        .server(.bufferMinimum("\(module)_temp_file_write_size", least: least)), write.id)
    } else if let limit = size("max_temp_file_size"), limit.bytes != 0, limit.bytes < largest {
      let text =
        "\"\(module)_max_temp_file_size\" must be equal to zero to disable temporary"
        + " files usage or must be equal to or greater than the maximum of the value of \(least)"
      reportMerged(.value(.rule(directive: "\(module)_max_temp_file_size", text)), limit.id)
    }
  }

  mutating func reportMerged(_ fault: NginxFault, _ id: Int) {
    let span = NginxDirective(id: id, tree: tree).headSpan
    report(NginxProblem(fault, span: span, reported: endOfHTTP))
  }
}
