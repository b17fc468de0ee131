extension NginxLoader {
  /// Checks a `rewrite` (`ngx_http_rewrite`).
  mutating func checkRewrite(_ statement: Statement) {
    guard !statement[2].isEmpty else {
      refuse(.emptyReplacement, statement, word: 2)
      return
    }
    guard compilePattern(statement[1], ignoringCase: false, statement, word: 1) != nil else {
      return
    }
    if statement.count == 4 {
      let flags = ["last", "break", "redirect", "permanent"]
      guard flags.contains(where: statement.cString(3).isText) else {
        refuse(invalid: "parameter", statement, word: 3)
        return
      }
    }
    // A question mark at the end only drops the arguments of the request.
    let replacement = statement[2]
    let text = replacement.last == UInt8(ascii: "?") ? replacement.dropLast() : replacement
    compileVariables(text, statement, word: 2)
  }

  /// Checks a `return` (`ngx_http_rewrite_return`).
  mutating func checkReturn(_ statement: Statement) {
    let first = statement[1]
    guard let code = NginxNumber.integer(first) else {
      let isURL = ["http://", "https://", "$scheme"].contains { first.after($0) != nil }
      if statement.count == 2, isURL {
        compileVariables(statement, word: 1)
      } else {
        refuse(invalid: "return code", statement, word: 1)
      }
      return
    }
    if code > 999 {
      refuse(invalid: "return code", statement, word: 1)
      return
    }
    compileVariables(statement, word: 2)
  }

  /// Checks a `set` (`ngx_http_rewrite_set`).
  mutating func checkSet(_ statement: Statement) {
    guard defineVariable(statement, word: 1) else { return }
    compileVariables(statement, word: 2)
  }

  /// Checks the condition of an `if` (`ngx_http_rewrite_if_condition`).
  mutating func checkCondition(_ statement: Statement) {
    guard let words = conditionWords(statement) else { return }
    let (first, number) = words[0]
    if first.count > 1, first.first == Ascii.dollar {
      guard words.count == 1 || words.count == 3 else {
        refuse(.invalid("condition", first.printable), statement, word: number)
        return
      }
      state.variables.refer(to: first.dropFirst(), in: statement.id)
      if words.count == 3 { checkComparison(words, statement) }
      return
    }
    let isFileTest =
      (first.count == 2 && first.first == Ascii.hyphen)
      || (first.count == 3 && first.after("!-") != nil)
    guard isFileTest, words.count == 2 else {
      refuse(.invalid("condition", first.printable), statement, word: number)
      return
    }
    guard compileVariables(words[1].text, statement, word: words[1].word) else { return }
    guard let test = first.last, "fdex".utf8.contains(test) else {
      refuse(.invalid("condition", first.printable), statement, word: number)
      return
    }
  }

  /// The words between the parentheses; nil where those are not there.
  private mutating func conditionWords(
    _ statement: Statement
  ) -> [(text: ByteText, word: Int)]? {
    let last = statement.count - 1
    guard statement[1].first == UInt8(ascii: "(") else {
      refuse(.invalid("condition", statement.printable(1)), statement, word: 1)
      return nil
    }
    var words = (1...last).map { (text: statement[$0], word: $0) }
    guard statement[last].last == Ascii.closeParenthesis else {
      let isFirst = last == 1 && statement[1].count > 1
      let shown = isFirst ? statement[last].dropFirst() : statement[last]
      refuse(.invalid("condition", shown.printable), statement, word: last)
      return nil
    }
    // A parenthesis of its own is no word.
    if words[0].text.count == 1 { words.removeFirst() } else { words[0].text.removeFirst() }
    let end = words.count - 1
    if words[end].text.count > 1 {
      words[end].text.removeLast()
    } else if end > 0 {
      words.removeLast()
    }
    return words
  }

  private mutating func checkComparison(
    _ words: [(text: ByteText, word: Int)], _ statement: Statement
  ) {
    let (comparison, right) = (words[1].text, words[2])
    if comparison.isText("=") || comparison.isText("!=") {
      compileVariables(right.text, statement, word: right.word)
    } else if ["~", "~*", "!~", "!~*"].contains(where: comparison.isText) {
      _ = compilePattern(
        right.text, ignoringCase: comparison.last == UInt8(ascii: "*"), statement,
        word: right.word
      )
    } else {
      refuse(.unexpectedInCondition(comparison.printable), statement, word: words[1].word)
    }
  }

  /// Checks an `error_page` (`ngx_http_core_error_page`).
  mutating func checkErrorPage(_ statement: Statement) {
    let last = statement.count - 1
    var codes = 1..<last
    if statement[last - 1].first == Ascii.equals {
      let code = statement[last - 1].dropFirst()
      guard last - 1 > 1, code.isEmpty || NginxNumber.integer(code) != nil else {
        refuse(invalid: "value", statement, word: last - 1)
        return
      }
      codes = 1..<(last - 1)
    }
    guard compileVariables(statement, word: last) else { return }
    for word in codes {
      guard let code = NginxNumber.integer(statement[word]), code != 499 else {
        refuse(invalid: "value", statement, word: word)
        return
      }
      guard (300...599).contains(code) else {
        refuse(.statusOutOfBounds(statement.printable(word)), statement, word: word)
        return
      }
    }
  }
}
