extension YAMLScanner {
  /// Spaces and line ends inside a scalar, which fold where lines are joined.
  private struct Folding {
    var blanks: [UwsgiText.Unit] = []
    var firstBreak: [UwsgiText.Unit] = []
    var otherBreaks: [UwsgiText.Unit] = []
    var isAfterBreak = false

    var isEmpty: Bool { blanks.isEmpty && !isAfterBreak }

    /// Puts what was held before the next letter: one line end becomes a blank.
    mutating func flush(into value: inout [UwsgiText.Unit]) {
      if !isAfterBreak {
        value += blanks
      } else if firstBreak.first == 10 {
        value += otherBreaks.isEmpty ? [32] : otherBreaks
      } else {
        value += firstBreak + otherBreaks
      }
      self = Folding()
    }
  }

  mutating func plainScalar() throws -> YAMLToken {
    let start = text.offset
    var end = start
    var value: [UwsgiText.Unit] = []
    var folding = Folding()
    let indent = indentation + 1
    while !text.isAtDocumentMark, text.current != "#" {
      while !text.isBlankOrEnd(at: 0) {
        if try endsPlainScalar() { break }
        if !folding.isEmpty { folding.flush(into: &value) }
        value += text.take()
        end = text.offset
      }
      guard text.isBlank(at: 0) || text.isBreak(at: 0) else { break }
      while text.isBlank(at: 0) || text.isBreak(at: 0) {
        if folding.isAfterBreak, text.column < indent, text.current == "\t" {
          throw text.failure("found a tab character that violates indentation")
        }
        takeBlank(into: &folding)
      }
      try text.check()
      if flowLevel == 0, text.column < indent { break }
    }
    if folding.isAfterBreak { isKeyAllowed = true }
    return YAMLToken(kind: .scalar(UwsgiText(units: value)), range: start..<end)
  }

  private func endsPlainScalar() throws -> Bool {
    let next = text.scalar(at: 1)
    if text.current == ":" {
      if flowLevel > 0, let next, ",?[]{}".unicodeScalars.contains(next) {
        throw text.failure("found unexpected ':'")
      }
      if text.isBlankOrEnd(at: 1) { return true }
    }
    guard flowLevel > 0, let current = text.current else { return false }
    return ",[]{}".unicodeScalars.contains(current)
  }

  private mutating func takeBlank(into folding: inout Folding) {
    if text.isBlank(at: 0) {
      let blank = text.take()
      if !folding.isAfterBreak { folding.blanks += blank }
    } else if folding.isAfterBreak {
      folding.otherBreaks += text.takeLine()
    } else {
      folding.blanks = []
      folding.firstBreak = Array(text.takeLine())
      folding.isAfterBreak = true
    }
  }

  mutating func quotedScalar(quote: Unicode.Scalar) throws -> YAMLToken {
    text.skip()
    let start = text.offset
    var value: [UwsgiText.Unit] = []
    while true {
      try text.check()
      if text.isAtDocumentMark { throw text.failure("found unexpected document indicator") }
      if text.isAtEnd { throw text.failure("found unexpected end of stream") }
      var folding = Folding()
      while !text.isBlankOrEnd(at: 0), text.current != quote || isDoubledQuote(quote) {
        if quote == "\"", text.current == "\\", text.isBreak(at: 1) {
          text.skip()
          text.skipLine()
          folding.isAfterBreak = true
          break
        }
        try quotedCharacter(quote: quote, into: &value)
      }
      if text.current == quote, !isDoubledQuote(quote) { break }
      while text.isBlank(at: 0) || text.isBreak(at: 0) {
        takeBlank(into: &folding)
      }
      folding.flush(into: &value)
    }
    let end = text.offset
    text.skip()
    return YAMLToken(kind: .scalar(UwsgiText(units: value)), range: start..<end)
  }

  private func isDoubledQuote(_ quote: Unicode.Scalar) -> Bool {
    quote == "'" && text.current == "'" && text.scalar(at: 1) == "'"
  }

  private mutating func quotedCharacter(
    quote: Unicode.Scalar, into value: inout [UwsgiText.Unit]
  ) throws {
    if isDoubledQuote(quote) {
      text.skip()
      value += text.take()
    } else if quote == "\"", text.current == "\\" {
      text.skip()
      try escape(into: &value)
    } else {
      value += text.take()
    }
  }

  private mutating func escape(into value: inout [UwsgiText.Unit]) throws {
    let letter = text.current
    let plain: [Unicode.Scalar: UInt32] = [
      "0": 0, "a": 7, "b": 8, "t": 9, "\t": 9, "n": 10, "v": 11, "f": 12, "r": 13, "e": 27,
      " ": 32, "\"": 34, "/": 47, "\\": 92, "N": 0x85, "_": 0xa0, "L": 0x2028, "P": 0x2029,
    ]
    let lengths: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]
    if let letter, let scalar = plain[letter] {
      text.skip()
      value += JSONLexer.utf8(scalar)
    } else if let letter, let length = lengths[letter] {
      text.skip()
      value += JSONLexer.utf8(try hexadecimal(length))
    } else {
      throw text.failure("found unknown escape character")
    }
  }

  private mutating func hexadecimal(_ length: Int) throws -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<length {
      guard let digit = text.current, let value = Character(digit).hexDigitValue else {
        throw text.failure("did not find expdected hexdecimal number")
      }
      number = number << 4 | UInt32(value)
      text.skip()
    }
    guard !(0xd800...0xdfff).contains(number), number <= 0x10ffff else {
      throw text.failure("found invalid Unicode character escape code")
    }
    return number
  }
}
