/// A line of knowledge: when it holds, what kind of fact it is, and its words.
struct Statement: Sendable {
  let conditions: [Condition]
  let verb: Substring
  let words: [Substring]

  /// What stands after ` : `, as it is; for texts such as a file of one line.
  let text: Substring?

  /// Reads a line; nil for an empty one or a comment.
  init?(_ line: ArraySlice<UInt8>) {
    var pieces = line.split(separator: UInt8(ascii: " "))
    var text: Substring?
    if let colon = pieces.firstIndex(where: { $0.elementsEqual(":".utf8) }) {
      let rest = line.dropFirst(pieces[colon].endIndex + 1 - line.startIndex)
      text = Substring(String(decoding: rest, as: UTF8.self))
      pieces.removeSubrange(colon...)
    }
    var words = pieces.map { Substring(String(decoding: $0, as: UTF8.self)) }
    guard let first = words.first, !first.hasPrefix("#") else { return nil }
    var conditions: [Condition] = []
    while let word = words.first, word.hasPrefix("@") {
      conditions.append(Condition(word.dropFirst()))
      words.removeFirst()
    }
    guard let verb = words.first else { return nil }
    self.conditions = conditions
    self.verb = verb
    self.words = Array(words.dropFirst())
    self.text = text
  }

  /// The facts that it states of a base image, which may be any of the candidates.
  func facts(for candidates: [Candidate]) -> [Fact] {
    var facts: [Fact] = []
    for candidate in candidates {
      let certainty = conditions.reduce(Certainty.yes) { $0.and($1.holds(for: candidate)) }
      guard certainty != .no else { continue }
      let expanded = words.compactMap(candidate.expand)
      guard expanded.count == words.count else { continue }
      let fact = Fact(
        verb: verb, words: expanded, text: text, isCertain: certainty == .yes, timesSeen: 1)
      if let index = facts.firstIndex(where: { $0.words == expanded }) {
        facts[index].isCertain = facts[index].isCertain && fact.isCertain
        facts[index].timesSeen += 1
      } else {
        facts.append(fact)
      }
    }
    for index in facts.indices where facts[index].timesSeen < candidates.count {
      facts[index].isCertain = false
    }
    return facts
  }
}

/// A statement that holds, or may hold, for a base image.
struct Fact: Sendable {
  let verb: Substring
  let words: [String]
  let text: Substring?

  /// False where it may not hold.
  var isCertain: Bool

  fileprivate(set) var timesSeen: Int
}
