/// A token of YAML, as libyaml's scanner tells them apart.
struct YAMLToken {
  enum Kind {
    case streamEnd
    case key
    case value
    case flowSequenceStart
    case flowSequenceEnd
    case blockSequenceStart
    case blockMappingStart
    case blockEnd
    case flowEntry
    case blockEntry
    case scalar(UwsgiText)

    /// A directive, a document's mark, an anchor, an alias, a tag, a brace.
    case other
  }

  var kind: Kind
  var range: Range<Int>
}

/// Splits YAML into tokens, no further than is asked for; follows libyaml's `scanner.c`.
struct YAMLScanner {
  private struct SimpleKey {
    var isPossible = false
    var isRequired = false
    var tokenNumber = 0
    var index = 0
    var line = 0
    var column = 0
  }

  var text: YAMLText
  private var tokens: [YAMLToken] = []
  private var tokensTaken = 0
  private var hasEnded = false
  private(set) var indentation = -1
  private var indentations: [Int] = []
  var isKeyAllowed = true
  private var simpleKeys = [SimpleKey()]
  private(set) var flowLevel = 0

  init(_ units: some Sequence<UwsgiText.Unit>) {
    text = YAMLText(Array(units))
  }

  /// The next token; after the end of the stream there is nothing but ends.
  mutating func next() throws -> YAMLToken {
    try fetchTokens()
    guard !tokens.isEmpty else {
      return YAMLToken(kind: .streamEnd, range: text.offset..<text.offset)
    }
    tokensTaken += 1
    return tokens.removeFirst()
  }

  /// Reads on until no key that is still open could come before the first token.
  private mutating func fetchTokens() throws {
    while true {
      if !tokens.isEmpty {
        try dropStaleKeys()
        let mayBeKey = simpleKeys.contains { $0.isPossible && $0.tokenNumber == tokensTaken }
        if !mayBeKey { return }
      }
      if hasEnded { return }
      try fetchToken()
    }
  }

  private mutating func fetchToken() throws {
    try text.check()
    try skipToToken()
    try dropStaleKeys()
    unroll(to: text.column)
    let scalar = text.current
    let isBeforeBlank = text.isBlankOrEnd(at: 1)
    if text.isAtEnd {
      try fetchEnd()
    } else if text.column == 0, scalar == "%" {
      try fetchDirective()
    } else if text.isAtDocumentMark {
      unroll(to: -1)
      try removeSimpleKey()
      isKeyAllowed = false
      append(.other, length: 3)
    } else if scalar == "-", isBeforeBlank {
      try fetchBlockEntry()
    } else if scalar == "?", flowLevel > 0 || isBeforeBlank {
      try fetchKey()
    } else if scalar == ":", flowLevel > 0 || isBeforeBlank {
      try fetchValue()
    } else if try !fetchIndicator(scalar) {
      try fetchPlainScalar(isBeforeBlank: isBeforeBlank)
    }
  }

  /// Reads what begins with a letter of its own; false where none does.
  private mutating func fetchIndicator(_ scalar: Unicode.Scalar?) throws -> Bool {
    switch scalar {
    case "[": try fetchFlowStart(.flowSequenceStart)
    case "{": try fetchFlowStart(.other)
    case "]": try fetchFlowEnd(.flowSequenceEnd)
    case "}": try fetchFlowEnd(.other)
    case ",":
      try removeSimpleKey()
      isKeyAllowed = true
      append(.flowEntry, length: 1)
    case "*", "&":
      try saveSimpleKey()
      isKeyAllowed = false
      tokens.append(try anchor())
    case "!":
      try saveSimpleKey()
      isKeyAllowed = false
      tokens.append(try tag())
    case "|" where flowLevel == 0, ">" where flowLevel == 0:
      try removeSimpleKey()
      isKeyAllowed = true
      tokens.append(try blockScalar(isLiteral: scalar == "|"))
    case "'", "\"":
      try saveSimpleKey()
      isKeyAllowed = false
      tokens.append(try quotedScalar(quote: scalar ?? "'"))
    default: return false
    }
    return true
  }

  private mutating func fetchPlainScalar(isBeforeBlank: Bool) throws {
    let scalar = text.current
    let isIndicator = scalar.map { "-?:,[]{}#&*!|>'\"%@`".unicodeScalars.contains($0) } ?? false
    let mayBegin =
      (!isIndicator && !text.isBlankOrEnd(at: 0))
      || (scalar == "-" && !text.isBlank(at: 1))
      || (flowLevel == 0 && (scalar == "?" || scalar == ":") && !isBeforeBlank)
    guard mayBegin else { throw text.failure("found character that cannot start any token") }
    try saveSimpleKey()
    isKeyAllowed = false
    tokens.append(try plainScalar())
  }

  private mutating func append(_ kind: YAMLToken.Kind, length: Int) {
    let start = text.offset
    for _ in 0..<length { text.skip() }
    tokens.append(YAMLToken(kind: kind, range: start..<text.offset))
  }

  private mutating func skipToToken() throws {
    while true {
      while text.current == " " || (text.current == "\t" && (flowLevel > 0 || !isKeyAllowed)) {
        text.skip()
      }
      if text.current == "#" {
        while !text.isBreakOrEnd(at: 0) { text.skip() }
      }
      guard text.isBreak(at: 0) else { return }
      text.skipLine()
      try text.check()
      if flowLevel == 0 { isKeyAllowed = true }
    }
  }
}

extension YAMLScanner {
  // MARK: Keys and indentation

  /// A key must end on its line and within 1024 characters.
  private mutating func dropStaleKeys() throws {
    for index in simpleKeys.indices where simpleKeys[index].isPossible {
      let key = simpleKeys[index]
      guard key.line < text.line || key.index + 1024 < text.position else { continue }
      if key.isRequired { throw text.failure("could not find expected ':'") }
      simpleKeys[index].isPossible = false
    }
  }

  private mutating func saveSimpleKey() throws {
    guard isKeyAllowed else { return }
    try removeSimpleKey()
    simpleKeys[simpleKeys.count - 1] = SimpleKey(
      isPossible: true, isRequired: flowLevel == 0 && indentation == text.column,
      tokenNumber: tokensTaken + tokens.count, index: text.position, line: text.line,
      column: text.column)
  }

  private mutating func removeSimpleKey() throws {
    let last = simpleKeys.count - 1
    if simpleKeys[last].isPossible, simpleKeys[last].isRequired {
      throw text.failure("could not find expected ':'")
    }
    simpleKeys[last].isPossible = false
  }

  private mutating func roll(to column: Int, _ kind: YAMLToken.Kind, at number: Int? = nil) {
    guard flowLevel == 0, indentation < column else { return }
    indentations.append(indentation)
    indentation = column
    let token = YAMLToken(kind: kind, range: text.offset..<text.offset)
    tokens.insert(token, at: number.map { $0 - tokensTaken } ?? tokens.count)
  }

  private mutating func unroll(to column: Int) {
    guard flowLevel == 0 else { return }
    while indentation > column {
      tokens.append(YAMLToken(kind: .blockEnd, range: text.offset..<text.offset))
      indentation = indentations.popLast() ?? -1
    }
  }

  // MARK: Structure

  private mutating func fetchEnd() throws {
    text.endLine()
    unroll(to: -1)
    try removeSimpleKey()
    isKeyAllowed = false
    tokens.append(YAMLToken(kind: .streamEnd, range: text.offset..<text.offset))
    hasEnded = true
  }

  private mutating func fetchDirective() throws {
    unroll(to: -1)
    try removeSimpleKey()
    isKeyAllowed = false
    tokens.append(try directive())
  }

  private mutating func fetchFlowStart(_ kind: YAMLToken.Kind) throws {
    try saveSimpleKey()
    simpleKeys.append(SimpleKey())
    flowLevel += 1
    guard flowLevel < 1000 else { throw text.failure("exceeded maximum depth") }
    isKeyAllowed = true
    append(kind, length: 1)
  }

  private mutating func fetchFlowEnd(_ kind: YAMLToken.Kind) throws {
    try removeSimpleKey()
    if flowLevel > 0 {
      flowLevel -= 1
      simpleKeys.removeLast()
    }
    isKeyAllowed = false
    append(kind, length: 1)
  }

  private mutating func fetchBlockEntry() throws {
    if flowLevel == 0 {
      guard isKeyAllowed else {
        throw text.failure("block sequence entries are not allowed in this context")
      }
      roll(to: text.column, .blockSequenceStart)
    }
    try removeSimpleKey()
    isKeyAllowed = true
    append(.blockEntry, length: 1)
  }

  private mutating func fetchKey() throws {
    if flowLevel == 0 {
      guard isKeyAllowed else {
        throw text.failure("mapping keys are not allowed in this context")
      }
      roll(to: text.column, .blockMappingStart)
    }
    try removeSimpleKey()
    isKeyAllowed = flowLevel == 0
    append(.key, length: 1)
  }

  private mutating func fetchValue() throws {
    let last = simpleKeys.count - 1
    let key = simpleKeys[last]
    if key.isPossible {
      let token = YAMLToken(kind: .key, range: text.offset..<text.offset)
      tokens.insert(token, at: key.tokenNumber - tokensTaken)
      roll(to: key.column, .blockMappingStart, at: key.tokenNumber)
      simpleKeys[last].isPossible = false
      isKeyAllowed = false
    } else {
      if flowLevel == 0 {
        guard isKeyAllowed else {
          throw text.failure("mapping values are not allowed in this context")
        }
        roll(to: text.column, .blockMappingStart)
      }
      isKeyAllowed = flowLevel == 0
    }
    append(.value, length: 1)
  }
}
