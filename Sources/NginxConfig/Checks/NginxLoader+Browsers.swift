extension NginxLoader {
  /// Checks a `modern_browser` (`ngx_http_modern_browser`).
  mutating func checkModernBrowser(_ statement: Statement) {
    if statement.count == 2 {
      // nginx stops here without a word.
      if !statement.cString(1).isText("unlisted") { refuse(invalid: "value", statement, word: 1) }
      return
    }
    let browsers = ["msie", "gecko", "safari", "opera", "konqueror"]
    guard browsers.contains(where: statement.cString(1).isTextIgnoringCase) else {
      let text = "unknown browser name \"\(statement.printable(1))\""
      refuse(.rule(directive: "modern_browser", text), statement, word: 1)
      return
    }
    let isVersion = statement[2].allSatisfy { Ascii.isDigit($0) || $0 == UInt8(ascii: ".") }
    if !isVersion { refuse(invalid: "browser version", statement, word: 2) }
  }

  /// Checks an `image_filter` (`ngx_http_image_filter`).
  mutating func checkImageFilter(_ statement: Statement) {
    let value = statement.cString(1)
    let words: [String]
    switch statement.count {
    case 2: words = ["off", "test", "size"]
    case 3: words = ["rotate"]
    default: words = ["resize", "crop"]
    }
    guard words.contains(where: value.isText) else {
      refuse(invalid: "parameter", statement, word: 1)
      return
    }
    for word in 2..<max(2, statement.count) {
      if statement.hasDollar(word) {
        guard compileVariables(statement, word: word) else { return }
      } else if !isImageSize(statement, word: word) {
        refuse(invalid: "parameter", statement, word: word)
        return
      }
    }
  }

  private func isImageSize(_ statement: Statement, word: Int) -> Bool {
    let value = statement.cString(word)
    guard statement.count == 4 else { return ["90", "180", "270"].contains(where: value.isText) }
    return value.isText("-") || NginxNumber.integer(value) ?? 0 > 0
  }

  /// Checks a quality of `image_filter_*`, or a sharpness, where text counts as 0.
  mutating func checkImageValue(_ statement: Statement, isQuality: Bool) {
    if statement.hasDollar(1) {
      compileVariables(statement, word: 1)
      return
    }
    let isNothing = NginxNumber.integer(statement[1]) ?? 0 == 0
    if statement[1].isText("-") || isQuality && isNothing {
      refuse(invalid: "value", statement, word: 1)
    }
  }
}
