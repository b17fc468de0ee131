extension PatternNode {
  /// Texts of fixed lengths that a part of a pattern takes, each as the bytes of its places.
  typealias Word = [ByteSet]

  private static let wordLimit = 32

  /// All words that it takes; nil where they have no fixed lengths, or are many.
  var words: [Word]? {
    let words: [Word]? =
      switch self {
      case .bytes(let set): [[set]]
      case .nothing: [[]]
      case .group(let body, _, _): body.words
      case .alternatives(let branches): Self.union(of: branches)
      case .sequence(let parts): Self.product(of: parts)
      case .repetition(let body, let minimum, let maximum, false):
        maximum.flatMap { $0 <= 4 ? body.words(times: minimum...max(minimum, $0)) : nil }
      default: nil
      }
    guard let words, words.count <= Self.wordLimit else { return nil }
    return words.allSatisfy { $0.count <= Self.wordLimit } ? words : nil
  }

  private static func union(of branches: [PatternNode]) -> [Word]? {
    var words: [Word] = []
    for branch in branches {
      guard let more = branch.words else { return nil }
      words += more
    }
    return words
  }

  private static func product(of parts: [PatternNode]) -> [Word]? {
    var words: [Word] = [[]]
    for part in parts {
      guard let ends = part.words, words.count * ends.count <= wordLimit else { return nil }
      words = words.flatMap { word in ends.map { word + $0 } }
    }
    return words
  }

  private func words(times: ClosedRange<Int>) -> [Word]? {
    var words: [Word] = []
    for count in times {
      guard let more = Self.product(of: Array(repeating: self, count: count)) else { return nil }
      words += more
    }
    return words
  }
}

extension [PatternNode.Word] {
  /// Whether some text is a run of the words in two ways (the test of Sardinas and Patterson).
  var isAmbiguousAsCode: Bool {
    var seen: Set<PatternNode.Word> = []
    var open: [PatternNode.Word] = []
    for (index, word) in enumerated() {
      for other in self[(index + 1)...] {
        guard let rest = word.rest(beside: other) else { continue }
        if rest.isEmpty { return true }
        if seen.insert(rest).inserted { open.append(rest) }
      }
    }
    while let left = open.popLast(), seen.count < 1000 {
      for word in self {
        guard let rest = left.rest(beside: word) else { continue }
        if rest.isEmpty { return true }
        if seen.insert(rest).inserted { open.append(rest) }
      }
    }
    return false
  }
}

extension PatternNode.Word {
  /// What the longer of two has left where both begin with the same text; nil where none can.
  fileprivate func rest(beside other: PatternNode.Word) -> PatternNode.Word? {
    guard zip(self, other).allSatisfy({ !$0.intersection($1).isEmpty }) else { return nil }
    return count > other.count ? Array(self[other.count...]) : Array(other[count...])
  }
}
