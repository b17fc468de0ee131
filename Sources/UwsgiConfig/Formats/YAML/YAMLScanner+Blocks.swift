extension YAMLScanner {
  /// What stands after `|` or `>`: which line ends stay, and how far the text is indented.
  private struct BlockHeader {
    var chomping = 0
    var increment = 0
  }

  mutating func blockScalar(isLiteral: Bool) throws -> YAMLToken {
    text.skip()
    let header = try blockHeader()
    let start = text.offset
    var indent =
      header.increment == 0 ? 0 : max(indentation, 0) + header.increment
    var value: [UwsgiText.Unit] = []
    var leadingBreak: [UwsgiText.Unit] = []
    var breaks = try blockBreaks(&indent)
    var isAfterBlank = false
    while text.column == indent, !text.isAtEnd {
      let isBlank = text.isBlank(at: 0)
      if !isLiteral, leadingBreak.first == 10, !isAfterBlank, !isBlank {
        if breaks.isEmpty { value.append(32) }
      } else {
        value += leadingBreak
      }
      value += breaks
      isAfterBlank = text.isBlank(at: 0)
      while !text.isBreakOrEnd(at: 0) { value += text.take() }
      leadingBreak = Array(text.takeLine())
      breaks = try blockBreaks(&indent)
    }
    try text.check()
    if header.chomping != -1 { value += leadingBreak }
    if header.chomping == 1 { value += breaks }
    return YAMLToken(
      kind: .scalar(UwsgiText(units: value)), range: start..<max(start, text.offset))
  }

  private mutating func blockHeader() throws -> BlockHeader {
    var header = BlockHeader()
    chomping(&header)
    if let digit = text.current, ("0"..."9").contains(digit) {
      guard digit != "0" else {
        throw text.failure("found an indentation indicator equal to 0")
      }
      header.increment = Int(digit.value - 48)
      text.skip()
      if header.chomping == 0 { chomping(&header) }
    }
    while text.isBlank(at: 0) { text.skip() }
    if text.current == "#" {
      while !text.isBreakOrEnd(at: 0) { text.skip() }
    }
    guard text.isBreakOrEnd(at: 0) else {
      throw text.failure("did not find expected comment or line break")
    }
    text.skipLine()
    return header
  }

  private mutating func chomping(_ header: inout BlockHeader) {
    guard text.current == "+" || text.current == "-" else { return }
    header.chomping = text.current == "+" ? 1 : -1
    text.skip()
  }

  /// Takes empty lines; the first line that is not tells the indentation, where nothing else did.
  private mutating func blockBreaks(_ indent: inout Int) throws -> [UwsgiText.Unit] {
    var breaks: [UwsgiText.Unit] = []
    var widest = 0
    while true {
      while indent == 0 || text.column < indent, text.current == " " { text.skip() }
      widest = max(widest, text.column)
      if indent == 0 || text.column < indent, text.current == "\t" {
        throw text.failure("found a tab character where an indentation space is expected")
      }
      guard text.isBreak(at: 0) else { break }
      breaks += text.takeLine()
    }
    if indent == 0 { indent = max(widest, indentation + 1, 1) }
    return breaks
  }

  mutating func anchor() throws -> YAMLToken {
    let start = text.offset
    text.skip()
    var length = 0
    while let scalar = text.current, Self.isWord(scalar) {
      text.skip()
      length += 1
    }
    let follows = text.current.map { "?:,]}%@`".unicodeScalars.contains($0) } ?? false
    guard length > 0, follows || text.isBlankOrEnd(at: 0) else {
      throw text.failure("did not find expected alphabetic or numeric character")
    }
    return YAMLToken(kind: .other, range: start..<text.offset)
  }

  mutating func tag() throws -> YAMLToken {
    let start = text.offset
    text.skip()
    let isVerbatim = text.current == "<"
    while !text.isBlankOrEnd(at: 0), let scalar = text.current {
      let isClosed = isVerbatim && scalar == ">"
      if flowLevel > 0, !isVerbatim, ",[]{}".unicodeScalars.contains(scalar) { break }
      text.skip()
      if isClosed { break }
    }
    guard text.isBlankOrEnd(at: 0) || (flowLevel > 0 && text.current == ",") else {
      throw text.failure("did not find expected whitespace or line break")
    }
    return YAMLToken(kind: .other, range: start..<text.offset)
  }

  /// Reads `%YAML` and `%TAG` no closer than to know them.
  mutating func directive() throws -> YAMLToken {
    let start = text.offset
    text.skip()
    var name = ""
    while let scalar = text.current, Self.isWord(scalar) {
      name.unicodeScalars.append(scalar)
      text.skip()
    }
    guard name == "YAML" || name == "TAG" else {
      throw text.failure(
        name.isEmpty ? "could not find expected directive name" : "found unknown directive name")
    }
    while !text.isBreakOrEnd(at: 0) { text.skip() }
    text.skipLine()
    return YAMLToken(kind: .other, range: start..<text.offset)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "-" || ("0"..."9").contains(scalar)
      || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
