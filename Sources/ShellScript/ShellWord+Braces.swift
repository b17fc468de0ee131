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

  /// `1..3`, `a..c`, and the same with a step: `1..9..2`.
  private static func range(_ text: String) -> [String] {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count == 2 || ends.count == 3, let step = ends.count == 2 ? 1 : Int(ends[2]) else {
      return []
    }
    if let low = Int(ends[0]), let high = Int(ends[1]) {
      let isPadded = ends.prefix(2).contains { end in
        let digits = end.drop { $0 == "-" }
        return digits.count > 1 && digits.hasPrefix("0")
      }
      let width = isPadded ? max(ends[0].count, ends[1].count) : 0
      return numbers(low, high, step).map { padded($0, to: width) }
    }
    guard let low = letter(ends[0]), let high = letter(ends[1]) else { return [] }
    return numbers(low, high, step).map { String(UnicodeScalar(UInt8($0))) }
  }

  private static func letter(_ text: Substring) -> Int? {
    guard text.count == 1, let character = text.first, character.isASCII, character.isLetter else {
      return nil
    }
    return character.asciiValue.map(Int.init)
  }

  private static func numbers(_ low: Int, _ high: Int, _ step: Int) -> [Int] {
    let (distance, overflow) = high.subtractingReportingOverflow(low)
    guard !overflow, distance.magnitude < UInt(expansionLimit) else { return [] }
    let size = step == 0 ? 1 : Int(min(step.magnitude, UInt(expansionLimit)))
    return Array(stride(from: low, through: high, by: low <= high ? size : -size))
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number.magnitude)
    let sign = number < 0 ? "-" : ""
    return sign + String(repeating: "0", count: max(0, width - sign.count - digits.count)) + digits
  }
}

/// How many words braces may make before the rest of them stay as they are.
private let expansionLimit = 1000
