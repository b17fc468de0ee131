/// Expands variables, quotes and escapes of a word as BuildKit's `shell/lex.go` does.
struct WordExpander {
  /// What stays in the text as it was written.
  struct Options: OptionSet {
    let rawValue: Int

    static let keepQuotes = Options(rawValue: 1)
    static let keepEscapes = Options(rawValue: 2)
    static let keepUnset = Options(rawValue: 4)

    /// Quotes are ordinary characters, as in the body of a here-document.
    static let ignoreQuotes = Options(rawValue: 8)
  }

  private typealias Reason = ExpansionFailure.Reason

  private let escape: Unicode.Scalar
  private let options: Options
  private let value: (String) -> String?
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var used: [String] = []
  private var unset: [String] = []

  /// Expands a word with the values that a closure knows.
  static func expand(
    _ word: String,
    escape: UInt8,
    options: Options = [],
    value: (String) -> String?
  ) throws(ExpansionFailure) -> WordExpansion {
    try withoutActuallyEscaping(value) { value throws(ExpansionFailure) in
      var expander = WordExpander(word, escape: escape, options: options, value: value)
      do throws(Reason) {
        var pieces = try expander.pieces(until: nil, keepsEscapes: options.contains(.keepEscapes))
        return WordExpansion(
          text: pieces.text,
          words: pieces.finishedWords(),
          used: expander.used,
          unset: expander.unset
        )
      } catch {
        throw ExpansionFailure(word: word, reason: error)
      }
    }
  }

  private init(
    _ word: String,
    escape: UInt8,
    options: Options,
    value: @escaping (String) -> String?
  ) {
    scalars = Array(word.unicodeScalars)
    self.escape = Unicode.Scalar(escape)
    self.options = options
    self.value = value
  }

  // MARK: - Pieces of a word

  private mutating func pieces(
    until stop: Unicode.Scalar?,
    keepsEscapes: Bool,
    depth: Int = 0
  ) throws(Reason) -> ExpandedPieces {
    guard depth < depthLimit else { throw .nestedTooDeeply }
    var pieces = ExpandedPieces()
    while let scalar = peek {
      if scalar == stop {
        position += 1
        return pieces
      }
      switch scalar {
      case "$":
        pieces.addSplitting(try variable(keepsEscapes: keepsEscapes, depth: depth))
      case "<":
        pieces.addWhole(possibleHeredoc())
      case "'" where !options.contains(.ignoreQuotes):
        pieces.addWhole(try singleQuoted())
      case "\"" where !options.contains(.ignoreQuotes):
        pieces.addWhole(try doubleQuoted(keepsEscapes: keepsEscapes, depth: depth))
      case escape:
        escaped(into: &pieces, keepsEscapes: keepsEscapes)
      default:
        position += 1
        pieces.addSplitting(String(scalar))
      }
    }
    if stop != nil { throw .missingBrace }
    return pieces
  }

  private mutating func escaped(into pieces: inout ExpandedPieces, keepsEscapes: Bool) {
    position += 1
    if keepsEscapes { pieces.addWhole(String(escape)) }
    guard let next = take() else { return }
    pieces.addWhole(String(next))
  }

  /// A `<<` takes the blanks after it along, so that the word of a here-document stays one word.
  private mutating func possibleHeredoc() -> String {
    position += 1
    guard peek == "<" else { return "<" }
    position += 1
    var text = "<<"
    while let scalar = peek, scalar == " " || scalar == "\t" {
      position += 1
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  private mutating func singleQuoted() throws(Reason) -> String {
    position += 1
    var text = String.UnicodeScalarView()
    while let scalar = take() {
      if scalar == "'" {
        return options.contains(.keepQuotes) ? "'\(String(text))'" : String(text)
      }
      text.append(scalar)
    }
    throw .unmatchedSingleQuote
  }

  private mutating func doubleQuoted(keepsEscapes: Bool, depth: Int) throws(Reason) -> String {
    position += 1
    var text = ""
    while let scalar = peek {
      switch scalar {
      case "\"":
        position += 1
        return options.contains(.keepQuotes) ? "\"\(text)\"" : text
      case "$":
        text += try variable(keepsEscapes: keepsEscapes, depth: depth)
      case escape:
        position += 1
        if keepsEscapes { text.unicodeScalars.append(escape) }
        guard let next = peek else { continue }
        if next == "\"" || next == "$" || next == escape {
          position += 1
          text.unicodeScalars.append(next)
        } else {
          text.unicodeScalars.append(escape)
        }
      default:
        position += 1
        text.unicodeScalars.append(scalar)
      }
    }
    throw .unmatchedDoubleQuote
  }

  // MARK: - Variables

  private mutating func variable(keepsEscapes: Bool, depth: Int) throws(Reason) -> String {
    position += 1
    guard peek == "{" else {
      let name = name()
      if name.isEmpty { return "$" }
      return lookup(name) ?? (options.contains(.keepUnset) ? "$\(name)" : "")
    }
    position += 1
    switch peek {
    case nil: throw .missingBrace
    case "{"?, "}"?, ":"?: throw .badSubstitution
    default: break
    }
    let name = name()
    switch take() {
    case "}"?:
      return lookup(name) ?? (options.contains(.keepUnset) ? "${\(name)}" : "")
    case ":"?:
      return try modified(name, by: take(), nullIsUnset: true, depth: depth)
    case let modifier? where "+-?#%".unicodeScalars.contains(modifier):
      return try modified(name, by: modifier, nullIsUnset: false, depth: depth)
    case "/"?:
      return try replaced(name, depth: depth)
    case let other:
      throw .unsupportedModifier(String(other ?? replacementCharacter))
    }
  }

  private mutating func modified(
    _ name: String,
    by modifier: Unicode.Scalar?,
    nullIsUnset: Bool,
    depth: Int
  ) throws(Reason) -> String {
    let sign = modifier ?? replacementCharacter
    let isPattern = sign == "#" || sign == "%"
    let word = try argument(until: "}", keepsEscapes: isPattern, orMissing: .missingBrace, depth)
    let current = lookup(name)
    if current == nil, options.contains(.keepUnset) {
      return "${\(name)\(nullIsUnset ? ":" : "")\(sign)\(word)}"
    }
    let isUnset = current == nil || (nullIsUnset && current == "")
    switch sign {
    case "-":
      return isUnset ? word : current ?? ""
    case "+":
      return isUnset ? "" : word
    case "?":
      guard isUnset else { return current ?? "" }
      let state = current == nil ? "unset" : "empty"
      let message = word.isEmpty ? "is not allowed to be \(state)" : word
      throw .required(name: name, message: message)
    case "#", "%":
      return try trimmed(current ?? "", by: word, sign: sign)
    default:
      throw .unsupportedModifier("\(nullIsUnset ? ":" : "")\(sign)")
    }
  }

  private func trimmed(
    _ value: String,
    by word: String,
    sign: Unicode.Scalar
  ) throws(Reason) -> String {
    let isGreedy = word.unicodeScalars.first == sign
    let text = isGreedy ? String(word.unicodeScalars.dropFirst()) : word
    let pattern = try WildcardPattern(
      sign == "%" ? WildcardPattern.reversed(text) : text,
      isGreedy: isGreedy
    )
    if sign == "#" { return pattern.removingPrefix(of: value) }
    let reversed = String(String.UnicodeScalarView(value.unicodeScalars.reversed()))
    let rest = pattern.removingPrefix(of: reversed)
    return String(String.UnicodeScalarView(rest.unicodeScalars.reversed()))
  }

  private mutating func replaced(_ name: String, depth: Int) throws(Reason) -> String {
    let isEverywhere = peek == "/"
    if isEverywhere { position += 1 }
    let pattern = try argument(
      until: "/",
      keepsEscapes: true,
      orMissing: .missingSlash,
      depth
    )
    let replacement = try argument(
      until: "}",
      keepsEscapes: true,
      orMissing: .missingBrace,
      depth
    )
    guard let value = lookup(name) else {
      if options.contains(.keepUnset) { return "${\(name)/\(pattern)/\(replacement)}" }
      return try WildcardPattern(pattern, isGreedy: true)
        .replacing(in: "", with: replacement, isEverywhere: isEverywhere)
    }
    return try WildcardPattern(pattern, isGreedy: true)
      .replacing(in: value, with: replacement, isEverywhere: isEverywhere)
  }

  private mutating func argument(
    until stop: Unicode.Scalar,
    keepsEscapes: Bool,
    orMissing missing: Reason,
    _ depth: Int
  ) throws(Reason) -> String {
    do throws(Reason) {
      return try pieces(until: stop, keepsEscapes: keepsEscapes, depth: depth + 1).text
    } catch {
      throw peek == nil && error != .nestedTooDeeply ? missing : error
    }
  }

  /// A name, a number, or one of the shell's special parameters.
  private mutating func name() -> String {
    guard let first = peek else { return "" }
    if first.isDigit {
      return taking(while: \.isDigit)
    }
    if "@*#?-$!".unicodeScalars.contains(first) {
      position += 1
      return String(first)
    }
    return taking { $0.isLetter || $0.isDigit || $0 == "_" }
  }

  private mutating func taking(while condition: (Unicode.Scalar) -> Bool) -> String {
    let start = position
    while let scalar = peek, condition(scalar) { position += 1 }
    return String(String.UnicodeScalarView(scalars[start..<position]))
  }

  private mutating func lookup(_ name: String) -> String? {
    let found = value(name)
    if found == nil {
      if !unset.contains(name) { unset.append(name) }
    } else if !used.contains(name) {
      used.append(name)
    }
    return found
  }

  private var peek: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  private mutating func take() -> Unicode.Scalar? {
    guard let scalar = peek else { return nil }
    position += 1
    return scalar
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool {
    properties.generalCategory == .decimalNumber
  }

  fileprivate var isLetter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }
}

/// What Go prints for the end of the text where it expects a character.
private let replacementCharacter: Unicode.Scalar = "\u{FFFD}"

private let depthLimit = 50
