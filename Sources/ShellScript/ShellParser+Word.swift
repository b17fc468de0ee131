import SourceText

extension ShellParser {
  /// Reads one word; an empty one where no word stands.
  mutating func word() -> ShellWord {
    let start = position
    var builder = WordBuilder()
    while let byte = peek {
      if isAtProcess {
        opaqueParentheses(into: &builder)
      } else if byte.endsShellWord {
        break
      } else {
        piece(into: &builder)
      }
    }
    return builder.word(span: text.span(of: start..<position))
  }

  /// The whole text as the body of a here-document: as in double quotes, but they are ordinary.
  mutating func heredocContent() -> ShellWord {
    var builder = WordBuilder()
    while let byte = peek {
      if byte == .shellDoubleQuote {
        builder.append(byte, isQuoted: true)
        position += 1
      } else {
        quotedPiece(into: &builder)
      }
    }
    return builder.word(span: text.span)
  }

  private mutating func piece(into builder: inout WordBuilder) {
    guard let byte = peek else { return }
    switch byte {
    case .shellBackslash:
      position += 1
      guard let next = peek else { return builder.append(byte, isQuoted: true) }
      position += 1
      if next != .shellNewline { builder.append(next, isQuoted: true) }
    case .shellSingleQuote:
      singleQuoted(into: &builder)
    case .shellDoubleQuote:
      doubleQuoted(into: &builder)
    case .shellDollar:
      dollar(into: &builder, isQuoted: false)
    case .shellBackquote:
      backquoted(into: &builder, isQuoted: false)
    default:
      builder.append(byte, isQuoted: false)
      position += 1
    }
  }

  private mutating func singleQuoted(into builder: inout WordBuilder) {
    position += 1
    let end = bytes[position...].firstIndex(of: .shellSingleQuote) ?? bytes.count
    builder.appendQuoted(bytes[position..<end])
    position = min(end + 1, bytes.count)
  }

  private mutating func doubleQuoted(into builder: inout WordBuilder) {
    position += 1
    builder.appendQuoted([])
    while let byte = peek, byte != .shellDoubleQuote {
      quotedPiece(into: &builder)
    }
    position = min(position + 1, bytes.count)
  }

  /// What double quotes still expand.
  private mutating func quotedPiece(into builder: inout WordBuilder) {
    guard let byte = peek else { return }
    switch byte {
    case .shellBackslash:
      position += 1
      guard let next = peek else { return builder.append(byte, isQuoted: true) }
      if "$`\"\\".utf8.contains(next) {
        builder.append(next, isQuoted: true)
        position += 1
      } else if next == .shellNewline {
        position += 1
      } else {
        builder.append(byte, isQuoted: true)
      }
    case .shellDollar:
      dollar(into: &builder, isQuoted: true)
    case .shellBackquote:
      backquoted(into: &builder, isQuoted: true)
    default:
      builder.append(byte, isQuoted: true)
      position += 1
    }
  }

  // MARK: - Substitutions

  private mutating func dollar(into builder: inout WordBuilder, isQuoted: Bool) {
    let start = position
    position += 1
    guard depth < wordDepthLimit else {
      position = bytes.count
      return builder.append(.opaque(text[start..<position].text), isQuoted: isQuoted)
    }
    depth += 1
    defer { depth -= 1 }
    switch peek {
    case .shellOpen? where isAt("(("):
      skipParentheses()
      builder.append(.opaque(text[start..<position].text), isQuoted: isQuoted)
    case .shellOpen?:
      position += 1
      let list = list(until: [])
      _ = take(.shellClose)
      builder.append(.substitution(list), isQuoted: isQuoted)
    case .shellOpenBrace?:
      position += 1
      let variable = bracedVariable()
      builder.append(variable, isQuoted: isQuoted)
    case .shellSingleQuote? where !isQuoted:
      // The escapes of `$'…'` are bash's own.
      position += 1
      while let byte = peek, byte != .shellSingleQuote {
        position += byte == .shellBackslash ? 2 : 1
      }
      position = min(position + 1, bytes.count)
      builder.append(.opaque(text[start..<position].text), isQuoted: true)
    case let byte? where byte.startsShellName:
      builder.append(plain(name() ?? ""), isQuoted: isQuoted)
    case let byte? where byte.isShellDigit || "@*#?$!-".utf8.contains(byte):
      position += 1
      builder.append(plain(String(Unicode.Scalar(byte))), isQuoted: isQuoted)
    default:
      builder.append(.shellDollar, isQuoted: isQuoted)
    }
  }

  private func plain(_ name: String) -> ShellWord.Kind {
    .variable(ShellVariable(name: name, modifier: .none))
  }

  private mutating func bracedVariable() -> ShellWord.Kind {
    let start = position
    let isLength = isAt("#") && !isAt("#}")
    if isLength { position += 1 }
    let name = parameterName()
    let variable = ShellVariable(name: name, modifier: isLength ? .length : .none)
    if !name.isEmpty, take(.shellCloseBrace) { return .variable(variable) }
    guard !name.isEmpty, !isLength, let modifier = modifier() else {
      _ = bracedArgument()
      return .opaque("${" + text[start..<position].text)
    }
    return .variable(ShellVariable(name: name, modifier: modifier))
  }

  private mutating func parameterName() -> String {
    if let name = name() { return name }
    let digits = bytes[position...].prefix(while: \.isShellDigit)
    if !digits.isEmpty {
      position = digits.endIndex
      return String(decoding: digits, as: UTF8.self)
    }
    guard let byte = peek, "@*#?$!-".utf8.contains(byte) else { return "" }
    position += 1
    return String(Unicode.Scalar(byte))
  }

  private mutating func modifier() -> ShellVariable.Modifier? {
    let emptyIsUnset = take(UInt8(ascii: ":"))
    guard let byte = peek else { return nil }
    let sign = Unicode.Scalar(byte)
    if "-=?+".utf8.contains(byte) {
      position += 1
      return .conditional(sign, emptyIsUnset: emptyIsUnset, bracedArgument())
    }
    guard !emptyIsUnset, byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%") else {
      _ = bracedArgument()
      return .other
    }
    position += 1
    let isLongest = take(byte)
    return .trim(sign, isLongest: isLongest, bracedArgument())
  }

  /// What stands in the braces up to their end.
  private mutating func bracedArgument() -> ShellWord {
    let start = position
    var builder = WordBuilder()
    while let byte = peek, byte != .shellCloseBrace {
      piece(into: &builder)
    }
    let span = text.span(of: start..<position)
    _ = take(.shellCloseBrace)
    return builder.word(span: span)
  }

  private mutating func backquoted(into builder: inout WordBuilder, isQuoted: Bool) {
    position += 1
    var command = text[position..<position]
    while let byte = peek, byte != .shellBackquote {
      if byte == .shellBackslash, position + 1 < bytes.count,
        "$`\\".utf8.contains(bytes[position + 1])
      {
        position += 1
      }
      command.append(text[position..<(position + 1)])
      position += 1
    }
    position = min(position + 1, bytes.count)
    guard depth < wordDepthLimit else {
      return builder.append(.opaque(command.text), isQuoted: isQuoted)
    }
    var parser = ShellParser(command)
    parser.depth = depth + 1
    builder.append(.substitution(parser.script()), isQuoted: isQuoted)
  }

  private mutating func opaqueParentheses(into builder: inout WordBuilder) {
    let start = position
    position += 1
    skipParentheses()
    builder.append(.opaque(text[start..<position].text), isQuoted: false)
  }

  /// Skips from an opening parenthesis to the one that closes it.
  private mutating func skipParentheses() {
    var open = 0
    while let byte = peek {
      position += 1
      if byte == .shellOpen { open += 1 }
      if byte == .shellClose { open -= 1 }
      if open == 0 { return }
    }
  }
}

/// How deep substitutions may be nested; a command's own limit is higher.
private let wordDepthLimit = 50
