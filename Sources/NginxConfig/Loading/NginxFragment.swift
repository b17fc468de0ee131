/// The context that a file without `http` belongs in.
package enum NginxFragment {
  /// The context that takes most of the directives at the top of a file; `main` where that does.
  package static func context(of bytes: [UInt8]) -> NginxContext {
    let names = topLevelNames(of: bytes)
    let candidates: [NginxContext] = [
      .main, .http, .server, .location, .upstream, .events, .stream, .streamServer, .mail,
    ]
    var best = (context: NginxContext.main, count: 0)
    for context in candidates {
      let count = names.count { name in
        NginxDirectiveTable.standard.commands(named: name).contains { command in
          command.name != "include" && command.contexts.contains(context)
        }
      }
      if count > best.count { best = (context, count) }
    }
    return best.context
  }

  private static func topLevelNames(of bytes: [UInt8]) -> [String] {
    var lexer = NginxLexer(bytes)
    var names: [String] = []
    var depth = 0
    var words: [NginxWord] = []
    while names.count < 1_000 {
      words.removeAll(keepingCapacity: true)
      let end = lexer.statement(into: &words)
      if depth == 0, let name = words.first {
        names.append(String(decoding: name.value(in: bytes), as: UTF8.self))
      }
      switch end {
      case .openBrace: depth += 1
      case .closeBrace: depth = max(0, depth - 1)
      case .endOfFile: return names
      case .semicolon, .missing: break
      }
    }
    return names
  }
}
