/// One part of a path with wildcards, matched as `fnmatch(3)` does with `FNM_PERIOD`.
///
/// `*`, `?`, `[a-z]`, `[!a-z]`; a leading dot matches only a dot that is written.
package struct GlobPattern: Sendable {
  private let pattern: [UInt8]
  private let escapes: Bool

  /// Makes a pattern; `escapes` says whether a backslash takes the next character literally.
  package init(_ text: some StringProtocol, escapes: Bool = true) {
    pattern = Array(text.utf8)
    self.escapes = escapes
  }

  /// Whether the text has any wildcard at all.
  package var isLiteral: Bool {
    !pattern.contains { $0 == star || $0 == question || $0 == openBracket }
  }

  /// Whether a name fits; a leading dot fits only a dot, as in the shell.
  package func matches(_ name: some StringProtocol) -> Bool {
    let name = Array(name.utf8)
    if name.first == dot, pattern.first != dot { return false }
    return matches(name[...], pattern[...])
  }

  private func matches(_ name: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    var name = name
    var pattern = pattern
    var retry: (name: ArraySlice<UInt8>, pattern: ArraySlice<UInt8>)?
    while true {
      if pattern.first == star {
        pattern.removeFirst()
        retry = (name, pattern)
        continue
      }
      if name.isEmpty, pattern.isEmpty { return true }
      if let byte = name.first, let rest = restOfPattern(afterMatching: byte, pattern) {
        name.removeFirst()
        pattern = rest
        continue
      }
      // Only the last star needs to be tried again: an earlier one can take no more than it did.
      guard let last = retry, !last.name.isEmpty else { return false }
      name = last.name.dropFirst()
      pattern = last.pattern
      retry = (name, pattern)
    }
  }

  private func restOfPattern(
    afterMatching byte: UInt8, _ pattern: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8>? {
    guard let head = pattern.first else { return nil }
    let tail = pattern.dropFirst()
    switch head {
    case question:
      return tail
    case openBracket:
      guard let set = bracketSet(tail) else { return byte == head ? tail : nil }
      return set.contains(byte) ? set.rest : nil
    case backslash where escapes:
      guard let escaped = tail.first else { return nil }
      return byte == escaped ? tail.dropFirst() : nil
    default:
      return byte == head ? tail : nil
    }
  }

  /// Reads a bracket expression after its `[`; nil where it never closes.
  private func bracketSet(_ pattern: ArraySlice<UInt8>) -> BracketSet? {
    var rest = pattern
    var set = BracketSet()
    if let first = rest.first, first == exclamation || first == caret {
      set.isNegated = true
      rest.removeFirst()
    }
    var isFirst = true
    while let low = rest.popFirst() {
      if low == closeBracket, !isFirst {
        set.rest = rest
        return set
      }
      isFirst = false
      if rest.first == hyphen, let high = rest.dropFirst().first, high != closeBracket {
        rest = rest.dropFirst(2)
        if low <= high { set.ranges.append(low...high) }
      } else {
        set.ranges.append(low...low)
      }
    }
    return nil
  }

  private struct BracketSet {
    var ranges: [ClosedRange<UInt8>] = []
    var isNegated = false
    var rest: ArraySlice<UInt8> = []

    func contains(_ byte: UInt8) -> Bool {
      ranges.contains { $0.contains(byte) } != isNegated
    }
  }
}

private let star = UInt8(ascii: "*")
private let question = UInt8(ascii: "?")
private let openBracket = UInt8(ascii: "[")
private let closeBracket = UInt8(ascii: "]")
private let backslash = UInt8(ascii: "\\")
private let exclamation = UInt8(ascii: "!")
private let caret = UInt8(ascii: "^")
private let hyphen = UInt8(ascii: "-")
private let dot = UInt8(ascii: ".")
