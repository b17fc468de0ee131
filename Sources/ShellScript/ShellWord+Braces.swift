extension ShellWord {
  /// The words that bash makes of `{a,b}` and `{1..3}`; the word itself where it has no braces.
  package func withBracesExpanded() -> [ShellWord] {
    var finished: [ShellWord] = []
    var waiting = [self]
    while let word = waiting.popLast() {
      guard finished.count + waiting.count < expansionLimit,
        let alternatives = word.firstBraceExpanded()
      else {
        finished.append(word)
        continue
      }
      waiting += alternatives.reversed()
    }
    return finished
  }

  /// The words that the first pair of braces makes; nil where there is none.
  private func firstBraceExpanded() -> [ShellWord]? {
    for (index, part) in parts.enumerated() where !part.isQuoted {
      guard case .literal(let text) = part.kind, let braces = BraceList(text) else { continue }
      return braces.alternatives.map { alternative in
        var word = self
        let text = braces.before + alternative + braces.after
        word.parts[index].kind = .literal(text)
        return word
      }
    }
    return nil
  }
}

/// The first pair of braces of a text that holds a list or a range.
private struct BraceList {
  var before = ""
  var alternatives: [String] = []
  var after = ""

  init?(_ text: String) {
    let characters = Array(text)
    for start in characters.indices where characters[start] == "{" {
      guard let end = Self.end(of: start, in: characters) else { continue }
      let parts = Self.parts(characters[(start + 1)..<end])
      alternatives = parts.count > 1 ? parts : Self.range(parts.first ?? "")
      guard !alternatives.isEmpty else { continue }
      before = String(characters[..<start])
      after = String(characters[(end + 1)...])
      return
    }
    return nil
  }

  private static func end(of start: Int, in characters: [Character]) -> Int? {
    var depth = 0
    for index in start..<characters.count {
      if characters[index] == "{" { depth += 1 }
      if characters[index] == "}" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  private static func parts(_ text: ArraySlice<Character>) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  private static func range(_ text: String) -> [String] {
    guard let dots = text.firstRange(of: ".."), let low = Int(text[..<dots.lowerBound]),
      let high = Int(text[dots.upperBound...]),
      !high.subtractingReportingOverflow(low).overflow,
      (high - low).magnitude < UInt(expansionLimit)
    else { return [] }
    return stride(from: low, through: high, by: low <= high ? 1 : -1).map(String.init)
  }
}

/// How many words braces may make before the rest of them stay as they are.
private let expansionLimit = 1000
