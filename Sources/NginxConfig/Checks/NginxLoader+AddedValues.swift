import SourceText

/// Directives whose values add up, however often a block has them.
extension NginxLoader {
  /// Adds to what the innermost block has said; false where it has said so before.
  mutating func remember(_ value: ByteText, _ statement: Statement) -> Bool {
    memory.insert(value, of: statement.command, block: blocks.count)
  }

  func remembered(_ statement: Statement) -> Set<ByteText> {
    memory.values(of: statement.command, block: blocks.count)
  }

  /// Checks words that stand for bits (`ngx_conf_set_bitmask_slot`).
  mutating func checkBitmask(_ statement: Statement, _ words: [String]) {
    for word in 1..<statement.count {
      guard let name = words.first(where: statement[word].isTextIgnoringCase) else {
        refuse(invalid: "value", statement, word: word)
        return
      }
      // The words for one attribute of a cookie share a bit.
      let bit = name.hasPrefix("samesite") ? "samesite" : name
      if !remember(ByteText(bit.utf8), statement) {
        refuse(.duplicateValue(statement.printable(word)), statement, word: word)
      }
    }
  }

  /// Checks MIME types (`ngx_http_types_slot`).
  mutating func checkTypes(_ statement: Statement) {
    let all = ByteText("*".utf8)
    if remembered(statement).isEmpty { rememberDefaultType(of: statement) }
    guard !remembered(statement).contains(all) else { return }
    for word in 1..<statement.count {
      let type = statement[word].lowercased
      if remember(type, statement) {
        if type == all { return }
      } else {
        refuse(.duplicateType(type.printable), statement, word: word)
      }
    }
  }

  private mutating func rememberDefaultType(of statement: Statement) {
    let type = statement.command.name == "xslt_types" ? "text/xml" : "text/html"
    _ = remember(ByteText(type.utf8), statement)
  }

  /// Checks `proxy_redirect` and `proxy_cookie_*`, whose first parameter may be a pattern.
  mutating func checkReplacement(_ statement: Statement) {
    guard checkSwitch(statement) else { return }
    if statement.count == 2 {
      if statement.cString(1).isText("off") { return }
      if statement.cString(1).isText("default"), statement.command.name == "proxy_redirect" {
        checkDefaultRedirect(statement)
      } else {
        refuse(invalid: "parameter", statement, word: 1)
      }
      return
    }
    guard checkReplaced(statement) else { return }
    for word in 2..<statement.count {
      guard compileVariables(statement, word: word) else { return }
    }
  }

  private mutating func checkReplaced(_ statement: Statement) -> Bool {
    guard let pattern = statement[1].after("~") else {
      return compileVariables(statement, word: 1)
    }
    switch statement.command.name {
    case "proxy_cookie_domain", "proxy_cookie_flags":
      return compilePattern(pattern, ignoringCase: true, statement, word: 1) != nil
    default:
      let caseless = pattern.after("*")
      return compilePattern(
        caseless ?? pattern, ignoringCase: caseless != nil, statement, word: 1) != nil
    }
  }

  /// `proxy_redirect default` is made of the `proxy_pass`, which must stand before it.
  private mutating func checkDefaultRedirect(_ statement: Statement) {
    let text: String
    if let pass = sibling(named: "proxy_pass") {
      guard pass.contains(Ascii.dollar) else { return }
      text =
        "\"proxy_redirect default\" cannot be used with \"proxy_pass\" directive with variables"
    } else {
      text = "\"proxy_redirect default\" should be placed after the \"proxy_pass\" directive"
    }
    refuse(.rule(directive: "proxy_redirect", text), statement)
  }

  /// Checks `mirror`.
  mutating func checkMirror(_ statement: Statement) {
    _ = checkSwitch(statement)
  }

  /// `off` stands alone: with anything else in its block it is a repetition.
  private mutating func checkSwitch(_ statement: Statement) -> Bool {
    let off = ByteText("off".utf8)
    let isOff = statement.count == 2 && statement.cString(1).isText("off")
    let seen = remembered(statement)
    guard isOff ? seen.isEmpty : !seen.contains(off) else {
      refuse(.structure(.duplicate(statement.command.name)), statement)
      return false
    }
    _ = remember(isOff ? off : ByteText(), statement)
    return true
  }
}
