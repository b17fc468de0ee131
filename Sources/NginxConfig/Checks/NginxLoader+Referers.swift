import SourceText

/// What the `valid_referers` of one block have said.
struct RefererRecord {
  var keys = ServerNameKeys()

  /// Whether a `none` or `blocked` stands there.
  var allowsMissing = false
  var hasName = false
  let block: Int32
}

extension NginxLoader {
  /// Checks a `valid_referers` (`ngx_http_valid_referers`).
  mutating func checkReferers(_ statement: Statement) {
    if referers.last?.block != block.directive {
      referers.append(RefererRecord(block: block.directive))
    }
    for word in 1..<statement.count {
      guard checkReferer(statement, word: word) else { return }
    }
  }

  private mutating func checkReferer(_ statement: Statement, word: Int) -> Bool {
    let current = referers.count - 1
    let value = statement[word]
    if value.isEmpty {
      refuse(invalid: "referer", statement, word: word)
      return false
    }
    if value.isText("none") || value.isText("blocked") {
      referers[current].allowsMissing = true
      return true
    }
    if value.isText("server_names") {
      referers[current].hasName = true
      return true
    }
    if let pattern = value.after("~") {
      if pattern.isEmpty {
        let text = "empty regex in \"\(value.printable)\""
        refuse(.rule(directive: "valid_referers", text), statement, word: word)
        return false
      }
      return compilePattern(pattern, ignoringCase: true, statement, word: word) != nil
    }
    let host = value.prefix { $0 != UInt8(ascii: "/") }
    referers[current].hasName = true
    switch referers[current].keys.add(host.lowercased) {
    case .added: return true
    case .taken: refuse(.block(.conflicting(host.lowercased.printable)), statement, word: word)
    case .malformed: refuse(.block(.invalidHostName(host.printable)), statement, word: word)
    }
    return false
  }

  /// Reports the blocks that want a missing referer and no other, as nginx does when it merges them.
  mutating func checkReferersHaveNames() {
    for record in referers where record.allowsMissing && !record.hasName && isComplete {
      let text =
        "the \"none\" or \"blocked\" referers are specified in the \"valid_referers\" directive"
        + " without any valid referer"
      let span = NginxDirective(id: Int(record.block), tree: tree).headSpan
      report(
        NginxProblem(
          .value(.rule(directive: "valid_referers", text)), span: span, reported: .nowhere))
    }
    referers = []
  }
}
