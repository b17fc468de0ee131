/// A pattern of `${name#…}`, `${name%…}` or `${name/…/…}`: `*`, `?` and characters.
struct WildcardPattern {
  private enum Token: Equatable {
    case anything
    case anyOne
    case one(Unicode.Scalar)
  }

  private var tokens: [Token] = []
  private let isGreedy: Bool

  init(_ pattern: String, isGreedy: Bool) throws(ExpansionFailure.Reason) {
    self.isGreedy = isGreedy
    let scalars = Array(pattern.unicodeScalars)
    var index = 0
    while index < scalars.count {
      defer { index += 1 }
      switch scalars[index] {
      case "*": tokens.append(.anything)
      case "?": tokens.append(.anyOne)
      case "\\":
        let next = index + 1 < scalars.count ? scalars[index + 1] : nil
        if next == "}" || next == "/" { continue }
        index += 1
        guard let next, next == "*" || next == "?" || next == "\\" else {
          throw .invalidPattern(pattern, escape: String(next ?? "\u{FFFD}"))
        }
        tokens.append(.one(next))
      case let scalar: tokens.append(.one(scalar))
      }
    }
  }

  /// The pattern from its end to its start, escapes kept in front of what they escape.
  static func reversed(_ pattern: String) -> String {
    var reversed: [Unicode.Scalar] = []
    let scalars = Array(pattern.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if scalars[index] == "\\", index + 1 < scalars.count {
        reversed += [scalars[index + 1], "\\"]
        index += 2
      } else {
        reversed.append(scalars[index])
        index += 1
      }
    }
    return String(String.UnicodeScalarView(reversed.reversed()))
  }

  func removingPrefix(of value: String) -> String {
    let scalars = Array(value.unicodeScalars)
    guard let end = match(in: scalars, at: 0) else { return value }
    return String(String.UnicodeScalarView(scalars[end...]))
  }

  func replacing(in value: String, with replacement: String, isEverywhere: Bool) -> String {
    let scalars = Array(value.unicodeScalars)
    var result = String.UnicodeScalarView()
    var position = 0
    var lastEnd: Int?
    while position <= scalars.count {
      // An empty match right behind another match does not count.
      if let end = match(in: scalars, at: position), end > position || lastEnd != position {
        result.append(contentsOf: replacement.unicodeScalars)
        lastEnd = end
        if !isEverywhere {
          result.append(contentsOf: scalars[end...])
          return String(result)
        }
        if end > position {
          position = end
          continue
        }
      }
      if position < scalars.count { result.append(scalars[position]) }
      position += 1
    }
    return String(result)
  }

  /// The end of the match that starts at an index, as a regular expression would find it.
  private func match(in scalars: [Unicode.Scalar], at start: Int) -> Int? {
    var failed = Set<Int>()
    return match(scalars, start, 0, &failed)
  }

  private func match(
    _ scalars: [Unicode.Scalar],
    _ start: Int,
    _ first: Int,
    _ failed: inout Set<Int>
  ) -> Int? {
    var position = start
    for index in first..<tokens.count {
      if tokens[index] == .anything {
        guard failed.insert(position * tokens.count + index).inserted else { return nil }
        return matchAnything(scalars, position, index + 1, &failed)
      }
      guard position < scalars.count, accepts(tokens[index], scalars[position]) else { return nil }
      position += 1
    }
    return position
  }

  private func matchAnything(
    _ scalars: [Unicode.Scalar],
    _ start: Int,
    _ next: Int,
    _ failed: inout Set<Int>
  ) -> Int? {
    let limit = scalars[start...].firstIndex(of: "\n") ?? scalars.count
    let ends = Array(start...limit)
    for end in isGreedy ? ends.reversed() : ends {
      if let match = match(scalars, end, next, &failed) { return match }
    }
    return nil
  }

  private func accepts(_ token: Token, _ scalar: Unicode.Scalar) -> Bool {
    switch token {
    case .one(let wanted): wanted == scalar
    case .anyOne, .anything: scalar != "\n"
    }
  }
}
