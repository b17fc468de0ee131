/// When a line of knowledge holds: `@>=3.14`, `@<=11`, `@12`, `@3.5..3.12`, `@slim`, `@!slim`.
struct Condition: Sendable {
  private enum Test: Sendable {
    case range(low: Version?, high: Version?)
    case trait(String, isWanted: Bool)
    case doubt
  }

  private let test: Test

  /// Reads the text after `@`; `?` makes a line that nobody knows to be true.
  init(_ text: Substring) {
    if text == "?" {
      test = .doubt
    } else if text.hasPrefix(">=") {
      test = .range(low: Version(text.dropFirst(2)), high: nil)
    } else if text.hasPrefix("<=") {
      test = .range(low: nil, high: Version(text.dropFirst(2)))
    } else if let dots = text.utf8.firstRange(of: "..".utf8) {
      test = .range(
        low: Version(text[..<dots.lowerBound]), high: Version(text[dots.upperBound...]))
    } else if let version = Version(text) {
      test = .range(low: version, high: version)
    } else if text.hasPrefix("!") {
      test = .trait(String(text.dropFirst()), isWanted: false)
    } else {
      test = .trait(String(text), isWanted: true)
    }
  }

  func holds(for candidate: Candidate) -> Certainty {
    switch test {
    case .doubt:
      return .maybe
    case .trait(let trait, let isWanted):
      return candidate.areTraitsKnown
        ? Certainty(candidate.traits.contains(trait) == isWanted) : .maybe
    case .range(let low, let high):
      guard let version = candidate.version else { return .maybe }
      return (low.map(version.isAtLeast) ?? .yes).and(high.map(version.isAtMost) ?? .yes)
    }
  }
}
