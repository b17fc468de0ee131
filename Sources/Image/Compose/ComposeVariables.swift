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
      } else if rest.first == "{" {
        guard depth < deepest, let body = braced(&rest) else {
          return Expansion(text: text, isWellFormed: false)
        }
        result.append(substitute(body, values, depth: depth))
      } else {
        let name = nameAtStart(of: rest)
        rest = rest[name.endIndex...]
        // A dollar sign before anything else is one.
        result.append(name.isEmpty ? Expansion(text: "$") : value(of: name, values))
      }
    }
    result.text += rest
    return result
  }

  private static func nameAtStart(of text: Substring) -> Substring {
    guard let first = text.first, !first.isNumber else { return text.prefix(0) }
    return text.prefix { $0.isNameCharacter }
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
    let name = nameAtStart(of: body)
    var mark = body[name.endIndex...]
    guard !name.isEmpty else { return Expansion(isWellFormed: false) }
    if mark.isEmpty { return value(of: name, values) }
    let countsEmpty = mark.first == ":"
    if countsEmpty { mark.removeFirst() }
    guard let sign = mark.first else { return Expansion(isWellFormed: false) }
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
