extension NginxLexer {
  /// Reads the code of a `*_by_lua_block` up to its closing brace, as lua-nginx-module does.
  mutating func luaBody() -> NginxWord {
    let start = position
    var depth = 1
    var lastBrace = position - 1
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case Ascii.openBrace:
        depth += 1
        lastBrace = position
        position += 1
      case Ascii.closeBrace:
        depth -= 1
        position += 1
        if depth == 0 { return NginxWord(start: start, end: position - 1, marks: []) }
      default:
        skipLuaToken(byte)
      }
    }
    fault(.unexpectedEndOfLua, at: lastBrace, range: start - 1..<start)
    return NginxWord(start: start, end: bytes.count, marks: [])
  }

  private mutating func skipLuaToken(_ byte: UInt8) {
    let start = position
    switch byte {
    case Ascii.doubleQuote, Ascii.singleQuote:
      skipLuaString(byte)
    case Ascii.hyphen where start + 1 < bytes.count && bytes[start + 1] == Ascii.hyphen:
      position += 2
      if !skipLongBracket() { skipToLineEnd() }
    case Ascii.openBracket:
      if !skipLongBracket() { position += 1 }
    default:
      position += 1
    }
    if position - start > Self.bufferSize {
      fault(.tooLongLua, at: start, range: start..<position)
    }
  }

  /// Skips a string; a quote that nothing closes on its line is a byte like any other.
  private mutating func skipLuaString(_ quote: UInt8) {
    var index = position + 1
    while index < bytes.count, bytes[index] != Ascii.lineFeed {
      if bytes[index] == quote {
        position = index + 1
        return
      }
      index += bytes[index] == Ascii.backslash ? 2 : 1
    }
    position += 1
  }

  private mutating func skipToLineEnd() {
    while position < bytes.count, bytes[position] != Ascii.lineFeed {
      position += 1
    }
  }

  /// Skips `[[ … ]]` or `[==[ … ]==]`, if one stands here.
  private mutating func skipLongBracket() -> Bool {
    var index = position
    guard index < bytes.count, bytes[index] == Ascii.openBracket else { return false }
    index += 1
    let level = index
    while index < bytes.count, bytes[index] == Ascii.equals { index += 1 }
    let equals = index - level
    guard index < bytes.count, bytes[index] == Ascii.openBracket else { return false }
    index += 1
    while index < bytes.count {
      guard bytes[index] == Ascii.closeBracket else {
        index += 1
        continue
      }
      var end = index + 1
      while end < bytes.count, bytes[end] == Ascii.equals { end += 1 }
      if end - index - 1 == equals, end < bytes.count, bytes[end] == Ascii.closeBracket {
        position = end + 1
        return true
      }
      index = end
    }
    return false
  }
}
