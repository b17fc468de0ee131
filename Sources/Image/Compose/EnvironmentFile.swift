/// A file of variables as compose reads it: `.env`, or one of `env_file` (compose-go, `dotenv`).
package struct EnvironmentFile: Sendable {
  /// A variable; its value is uncertain where it uses one that only whoever starts compose knows.
  package struct Variable: Hashable, Sendable {
    package let name: String
    package let value: String
    package let isCertain: Bool
  }

  /// In the order of the file.
  package private(set) var variables: [Variable] = []

  /// Reads a file whose values may use the variables of the project.
  package init(_ bytes: [UInt8], variables known: [String: String] = [:]) {
    var reader = EnvironmentFileReader(String(decoding: bytes, as: UTF8.self), known)
    variables = reader.variables()
  }

  /// The variables whose values are certain, by their names; the last of a name counts.
  package var values: [String: String] {
    let certain = variables.filter(\.isCertain)
    return Dictionary(certain.map { ($0.name, $0.value) }) { $1 }
  }
}

/// Takes one variable after the other from a text.
private struct EnvironmentFileReader {
  private var rest: Substring
  private var known: [String: String]

  init(_ text: String, _ known: [String: String]) {
    rest = text.replacing("\r\n", with: "\n")[...]
    self.known = known
  }

  mutating func variables() -> [EnvironmentFile.Variable] {
    var found: [EnvironmentFile.Variable] = []
    while !rest.isEmpty {
      rest = rest.drop { $0.isWhitespace }
      if rest.first == "#" {
        _ = takeLine()
      } else if let name = takeName() {
        let value = takeValue()
        known[name] = value.isCertain ? value.text : nil
        found.append(
          EnvironmentFile.Variable(name: name, value: value.text, isCertain: value.isCertain))
      }
    }
    return found
  }

  /// The text before `=` or `:`; a line without one takes its value from whoever starts compose.
  private mutating func takeName() -> String? {
    let line = rest.prefix { $0 != "\n" }
    guard let end = line.firstIndex(where: { $0 == "=" || $0 == ":" }) else {
      _ = takeLine()
      return nil
    }
    var name = trimmed(line[..<end])
    if name.hasPrefix("export ") { name = trimmed(name.dropFirst(7)) }
    rest = rest[rest.index(after: end)...].drop { $0 == " " || $0 == "\t" }
    return String(name)
  }

  private mutating func takeValue() -> ComposeVariables.Expansion {
    if let quote = rest.first, quote == "\"" || quote == "'", let text = takeQuoted(quote) {
      return quote == "'" ? ComposeVariables.Expansion(text: text) : expanded(unescaped(text))
    }
    let line = takeLine()
    let comment = line.firstRange(of: " #")?.lowerBound ?? line.endIndex
    return expanded(String(trimmed(line[..<comment])))
  }

  /// What stands between quotes, over several lines if need be.
  private mutating func takeQuoted(_ quote: Character) -> String? {
    var isEscaped = false
    for index in rest.indices.dropFirst() {
      if rest[index] == quote, !isEscaped {
        let text = rest[..<index].dropFirst()
        rest = rest[rest.index(after: index)...]
        _ = takeLine()
        return String(text)
      }
      isEscaped = rest[index] == "\\" && !isEscaped
    }
    return nil
  }

  private mutating func takeLine() -> Substring {
    let line = rest.prefix { $0 != "\n" }
    rest = rest[line.endIndex...].dropFirst()
    return line
  }

  private func expanded(_ text: String) -> ComposeVariables.Expansion {
    ComposeVariables.expand(text, with: known)
  }

  private func unescaped(_ text: String) -> String {
    let meanings: [Character: String] = [
      "n": "\n", "r": "\r", "t": "\t", "\\": "\\", "\"": "\"", "$": "$$",
    ]
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "\\", let next = rest.first, let meaning = meanings[next] {
        result += meaning
        rest.removeFirst()
      } else {
        result.append(character)
      }
    }
    return result
  }

  private func trimmed(_ text: Substring) -> Substring {
    let tail = text.drop { $0.isWhitespace }
    guard let last = tail.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return tail[...last]
  }
}
