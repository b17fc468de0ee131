/// A pattern as `case` and `${name#…}` take it: `*`, `?`, `[…]`, and a backslash to quote them.
///
/// Unlike a pattern for file names it takes slashes and leading dots as any other character.
package struct ShellPattern: Sendable {
  private enum Token: Sendable {
    case anything
    case anyOne
    case one(Unicode.Scalar)
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  private var tokens: [Token] = []

  package init(_ text: String) {
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": tokens.append(.anything)
      case "?": tokens.append(.anyOne)
      case "\\": tokens.append(.one(rest.popFirst() ?? scalar))
      case "[":
        if let set = Self.set(&rest) { tokens.append(set) } else { tokens.append(.one(scalar)) }
      default: tokens.append(.one(scalar))
      }
    }
  }

  private static func set(_ rest: inout ArraySlice<Unicode.Scalar>) -> Token? {
    var inside = rest
    let isNegated = inside.first == "!" || inside.first == "^"
    if isNegated { inside.removeFirst() }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while let low = inside.popFirst() {
      if low == "]", !ranges.isEmpty {
        rest = inside
        return .set(ranges, isNegated: isNegated)
      }
      var high = low
      if inside.first == "-", let end = inside.dropFirst().first, end != "]" {
        inside = inside.dropFirst(2)
        high = end
      }
      if low <= high { ranges.append(low...high) }
    }
    return nil
  }

  /// Whether the whole text matches.
  package func matches(_ text: String) -> Bool {
    matches(Array(text.unicodeScalars)[...])
  }

  /// The text without what matches at one of its ends.
  func trimming(_ text: String, atStart: Bool, isLongest: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    let lengths = Array(0...scalars.count)
    for length in isLongest ? lengths.reversed() : lengths {
      let part = atStart ? scalars.prefix(length) : scalars.suffix(length)
      guard matches(part) else { continue }
      let rest = atStart ? scalars.dropFirst(length) : scalars.dropLast(length)
      return String(String.UnicodeScalarView(rest))
    }
    return text
  }

  private func matches(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var token = 0
    var position = text.startIndex
    var retry: (token: Int, position: Int)?
    while token < tokens.count || position < text.endIndex {
      if token < tokens.count, case .anything = tokens[token] {
        token += 1
        retry = (token, position)
      } else if token < tokens.count, position < text.endIndex,
        accepts(tokens[token], text[position])
      {
        token += 1
        position += 1
      } else {
        guard let last = retry, last.position < text.endIndex else { return false }
        (token, position) = (last.token, last.position + 1)
        retry = (token, position)
      }
    }
    return true
  }

  private func accepts(_ token: Token, _ scalar: Unicode.Scalar) -> Bool {
    switch token {
    case .one(let wanted): wanted == scalar
    case .anyOne: true
    case .set(let ranges, let isNegated):
      ranges.contains { $0.contains(scalar) } != isNegated
    case .anything: false
    }
  }
}
