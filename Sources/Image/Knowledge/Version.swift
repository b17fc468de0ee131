/// The numbers of a version or release, such as `3.11`; it may be cut short, as in `3`.
package struct Version: Hashable, Sendable {
  package let parts: [Int]

  /// The text as it was written: `22.04` keeps its zero.
  package let text: String

  /// Reads digits and dots; nil for anything else.
  package init?(_ text: some StringProtocol) {
    var parts: [Int] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      guard let number = Int(part), number >= 0 else { return nil }
      parts.append(number)
    }
    self.parts = parts
    self.text = String(text)
  }

  package static func == (left: Version, right: Version) -> Bool {
    left.parts == right.parts
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(parts)
  }

  /// Whether this one, as far as it is written, comes after another as far as that one is.
  ///
  /// `3` may be any `3.x`, so whether it is at least `3.12` nobody can tell.
  func isAtLeast(_ other: Version) -> Certainty {
    for (mine, theirs) in zip(parts, other.parts) where mine != theirs {
      return Certainty(mine > theirs)
    }
    return parts.count >= other.parts.count ? .yes : .maybe
  }

  func isAtMost(_ other: Version) -> Certainty {
    for (mine, theirs) in zip(parts, other.parts) where mine != theirs {
      return Certainty(mine < theirs)
    }
    return parts.count >= other.parts.count ? .yes : .maybe
  }
}
