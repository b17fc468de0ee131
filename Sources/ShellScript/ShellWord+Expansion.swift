import SourceText

extension ShellWord {
  /// Expands the word as the shell does for a command: into any number of fields.
  package func expanded(in scope: ShellScope) -> ShellExpansion {
    let words = scope.expandsBraces ? withBracesExpanded() : [self]
    var expansion = ShellExpansion(fields: [], isCountKnown: true)
    for word in words {
      var expander = WordExpander(scope: scope, span: span, splits: true)
      expander.add(word.parts, isStart: true)
      let result = expander.finished()
      expansion.fields += result.fields
      expansion.isCountKnown = expansion.isCountKnown && result.isCountKnown
    }
    return expansion
  }

  /// Expands the word where the shell makes one text of it: an assignment, a file, a `case`.
  package func text(in scope: ShellScope) -> ShellField {
    var expander = WordExpander(scope: scope, span: span, splits: false)
    expander.add(parts, isStart: true)
    return expander.finished().fields.first ?? ShellField(span: span)
  }
}

/// Puts the fields of a word together.
private struct WordExpander {
  let scope: ShellScope
  let span: SourceSpan
  let splits: Bool
  private var fields: [ShellField] = []
  private var field: ShellField?
  private var isCountKnown = true

  /// Whether the field has a bracket that a later one may make a pattern of.
  private var hasOpenBracket = false

  init(scope: ShellScope, span: SourceSpan, splits: Bool) {
    self.scope = scope
    self.span = span
    self.splits = splits
  }

  func finished() -> ShellExpansion {
    ShellExpansion(fields: fields + (field.map { [$0] } ?? []), isCountKnown: isCountKnown)
  }

  mutating func add(_ parts: [ShellWord.Part], isStart: Bool) {
    for (index, part) in parts.enumerated() {
      switch part.kind {
      case .literal(let text):
        let isFirst = isStart && index == 0
        if isFirst, !part.isQuoted, text.hasPrefix("~"), addHome(text, parts.count) { continue }
        add(text, isQuoted: part.isQuoted)
      case .variable(let variable):
        add(variable, isQuoted: part.isQuoted)
      case .substitution:
        addUnknown("$(…)", isQuoted: part.isQuoted)
      case .opaque(let text):
        addUnknown(text, isQuoted: part.isQuoted)
      }
    }
  }

  // MARK: - Pieces

  private mutating func add(_ text: String, isQuoted: Bool) {
    var field = self.field ?? ShellField(span: span)
    field.text += text
    if field.unknown.isEmpty { field.prefix += text }
    for character in text {
      let isWildcard = character == "*" || character == "?" || character == "["
      if splits, !isQuoted {
        if character == "[" { hasOpenBracket = true }
        let closes = character == "]" && hasOpenBracket
        if closes || character == "*" || character == "?" { field.isPattern = true }
      }
      if isQuoted, isWildcard || character == "\\" { field.pattern += "\\" }
      field.pattern.append(character)
    }
    self.field = field
  }

  private mutating func addUnknown(_ name: String, isQuoted: Bool) {
    var field = self.field ?? ShellField(span: span)
    field.unknown.append(name)
    self.field = field
    if splits, !isQuoted { isCountKnown = false }
  }

  /// Adds a value that white space splits into fields unless it is quoted.
  private mutating func addValue(_ value: String, isQuoted: Bool) {
    guard splits, !isQuoted else { return add(value, isQuoted: isQuoted) }
    let blanks: Set<Character> = [" ", "\t", "\n"]
    var piece = ""
    for character in value {
      if !blanks.contains(character) {
        piece.append(character)
        continue
      }
      if !piece.isEmpty { add(piece, isQuoted: false) }
      piece = ""
      endField()
    }
    if !piece.isEmpty { add(piece, isQuoted: false) }
  }

  private mutating func endField() {
    if let field { fields.append(field) }
    field = nil
    hasOpenBracket = false
  }

  /// `~` or `~/…`; false where the tilde is an ordinary character or someone else's home.
  private mutating func addHome(_ text: String, _ count: Int) -> Bool {
    let rest = text.dropFirst()
    guard rest.hasPrefix("/") || (rest.isEmpty && count == 1) else {
      if rest.first?.isLetter == true {
        addUnknown(text, isQuoted: true)
        return true
      }
      return false
    }
    if case .known(let home) = scope["HOME"] {
      add(home, isQuoted: true)
    } else {
      addUnknown("HOME", isQuoted: true)
    }
    add(String(rest), isQuoted: false)
    return true
  }

  // MARK: - Variables

  private mutating func add(_ variable: ShellVariable, isQuoted: Bool) {
    if variable.name == "@" || variable.name == "*", case .none = variable.modifier {
      return addArguments(joined: variable.name == "*" && isQuoted, isQuoted: isQuoted)
    }
    let value = scope[variable.name]
    switch variable.modifier {
    case .none:
      addPlain(value, name: variable.name, isQuoted: isQuoted)
    case .length:
      guard case .known(let text) = value else {
        return addUnknown(variable.name, isQuoted: isQuoted)
      }
      add("\(text.unicodeScalars.count)", isQuoted: isQuoted)
    case .conditional(let sign, let emptyIsUnset, let word):
      addConditional(
        value, variable.name, sign, emptyIsUnset: emptyIsUnset, word, isQuoted: isQuoted)
    case .trim(let sign, let isLongest, let word):
      guard case .known(let text) = value, let pattern = word.text(in: scope).asPattern else {
        return addUnknown(variable.name, isQuoted: isQuoted)
      }
      let rest = pattern.trimming(text, atStart: sign == "#", isLongest: isLongest)
      addValue(rest, isQuoted: isQuoted)
    case .other:
      addUnknown(variable.name, isQuoted: isQuoted)
    }
  }

  private mutating func addPlain(_ value: ShellScope.Value, name: String, isQuoted: Bool) {
    switch value {
    case .known(let text): addValue(text, isQuoted: isQuoted)
    case .unset: if isQuoted { add("", isQuoted: true) }
    case .unknown: addUnknown(name, isQuoted: isQuoted)
    }
  }

  private mutating func addConditional(
    _ value: ShellScope.Value, _ name: String, _ sign: Unicode.Scalar, emptyIsUnset: Bool,
    _ word: ShellWord, isQuoted: Bool
  ) {
    let isSet: Bool
    switch value {
    // A default is there for the container that is started without the variable.
    case .unknown where sign == "-" && scope.isLeftOpen(name): isSet = false
    case .unknown: return addUnknown(name, isQuoted: isQuoted)
    case .unset: isSet = false
    case .known(let text): isSet = !emptyIsUnset || !text.isEmpty
    }
    switch (sign, isSet) {
    case ("+", true), ("-", false), ("=", false):
      let field = word.text(in: scope)
      if field.unknown.isEmpty {
        addValue(field.text, isQuoted: isQuoted || word.isQuoted)
      } else {
        for name in field.unknown { addUnknown(name, isQuoted: isQuoted) }
      }
    case ("+", false):
      if isQuoted { add("", isQuoted: true) }
    case ("?", false):
      // The shell stops here, so that nothing comes of the word.
      addUnknown(name, isQuoted: isQuoted)
    default:
      addPlain(value, name: name, isQuoted: isQuoted)
    }
  }

  private mutating func addArguments(joined: Bool, isQuoted: Bool) {
    guard let arguments = scope.arguments else {
      addUnknown("@", isQuoted: false)
      return
    }
    if joined || !splits { return add(arguments.joined(separator: " "), isQuoted: true) }
    for (index, argument) in arguments.enumerated() {
      if index > 0 { endField() }
      addValue(argument, isQuoted: isQuoted)
    }
  }
}

extension ShellField {
  fileprivate var asPattern: ShellPattern? {
    unknown.isEmpty ? ShellPattern(pattern) : nil
  }
}
