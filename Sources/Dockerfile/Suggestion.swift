/// Finds what somebody may have meant, as BuildKit's `util/suggest` does.
enum Suggestion {
  /// The first option that is nearest to a word, at most two edits away.
  ///
  /// Nil also where the word is one of the options: then it was not the mistake.
  static func nearest(
    to word: String,
    among options: some Sequence<String>,
    ignoringCase: Bool = false
  ) -> String? {
    let wanted = ignoringCase ? word.lowercased() : word
    var match: String?
    var least = 3
    for option in options {
      let candidate = ignoringCase ? option.lowercased() : option
      if candidate == wanted { return nil }
      let distance = distance(Array(wanted.unicodeScalars), Array(candidate.unicodeScalars))
      guard distance < least else { continue }
      least = distance
      match = ignoringCase ? withCase(of: word, candidate) : candidate
    }
    return match
  }

  private static func withCase(of word: String, _ option: String) -> String {
    if word == word.lowercased() { return option.lowercased() }
    return word == word.uppercased() ? option.uppercased() : option
  }

  private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    // Words that differ this much in length are too far apart anyway.
    guard abs(first.count - second.count) < 3, first.count < 200 else { return .max }
    var previous = Array(0...second.count)
    for (row, scalar) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        let replaced = previous[column] + (scalar == other ? 0 : 1)
        current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[second.count]
  }
}
