/// The variables in the texts of a compose file (compose-go, `template.go`).
enum ComposeVariables {
  struct Expansion {
    var text = ""

    /// False where a variable is used of which nobody knows the value.
    var isCertain = true

    /// False where a dollar sign begins nothing that compose knows.
    var isWellFormed = true
  }

  /// How deep a default may hold variables.
  private static let deepest = 20

  /// Fills in `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:?error}` and `${NAME:+other}`.
  ///
  /// A default is trusted: whoever starts compose may give another value, but rarely does.
  static func expand(_ text: String, with values: [String: String], depth: Int = 0) -> Expansion {
    var result = Expansion()
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      result.text += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      if rest.first == "$" {
        result.text += "$"
        rest.removeFirst()
      } else if rest.first == "{", depth < deepest, let body = braced(&rest) {
        result.append(substitute(body, values, depth: depth))
      } else {
        let name = rest.prefix { $0.isNameCharacter }
        rest = rest[name.endIndex...]
        result.append(value(of: name, values))
        if name.isEmpty { result.isWellFormed = false }
      }
    }
    result.text += rest
    return result
  }

  /// Takes a text in braces, which may nest.
  private static func braced(_ rest: inout Substring) -> Substring? {
    var depth = 0
    for index in rest.indices {
      if rest[index] == "{" { depth += 1 }
      if rest[index] == "}" { depth -= 1 }
      guard depth == 0 else { continue }
      let body = rest[rest.index(after: rest.startIndex)..<index]
      rest = rest[rest.index(after: index)...]
      return body
    }
    return nil
  }

  private static func substitute(
    _ body: Substring, _ values: [String: String], depth: Int
  ) -> Expansion {
    let name = body.prefix { $0.isNameCharacter }
    var mark = body[name.endIndex...]
    let countsEmpty = mark.first == ":"
    if countsEmpty { mark.removeFirst() }
    guard let sign = mark.first else { return value(of: name, values) }
    let other = String(mark.dropFirst())
    let known = values[String(name)].flatMap { $0.isEmpty && countsEmpty ? nil : $0 }
    switch sign {
    case "-":
      if let known { return Expansion(text: known) }
      return expand(other, with: values, depth: depth + 1)
    case "+":
      guard known != nil else { return Expansion(isCertain: false) }
      return expand(other, with: values, depth: depth + 1)
    case "?": return value(of: name, values)
    default: return Expansion(isWellFormed: false)
    }
  }

  private static func value(of name: Substring, _ values: [String: String]) -> Expansion {
    values[String(name)].map { Expansion(text: $0) } ?? Expansion(isCertain: false)
  }

  /// Splits a command at blanks; quotes and backslashes keep them (compose-go uses go-shellwords).
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = text[...]
    while let character = rest.popFirst() {
      switch (quote, character) {
      case (let open?, _) where open == character: quote = nil
      case ("'"?, _): word?.append(character)
      case (_, "\\"): word = (word ?? "") + (rest.popFirst().map { String($0) } ?? "")
      case ("\""?, _): word?.append(character)
      case (nil, "'"), (nil, "\""):
        quote = character
        word = word ?? ""
      case (nil, " "), (nil, "\t"), (nil, "\n"):
        if let done = word { words.append(done) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}

extension ComposeVariables.Expansion {
  fileprivate mutating func append(_ other: Self) {
    text += other.text
    isCertain = isCertain && other.isCertain
    isWellFormed = isWellFormed && other.isWellFormed
  }
}

extension Character {
  fileprivate var isNameCharacter: Bool {
    self == "_" || isASCII && (isLetter || isNumber)
  }
}
