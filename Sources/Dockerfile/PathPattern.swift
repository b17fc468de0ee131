/// A pattern as Go's `filepath.Match` takes it, for the sources of `COPY` and `ADD`.
///
/// `*` and `?` take any character but a slash, dots at the start too; `[a-z]`, `[^a-z]`, `\`.
package struct PathPattern: Sendable {
  private enum Token: Sendable {
    case anything
    case anyOne
    case one(Unicode.Scalar)
    case range(Set, isNegated: Bool)
  }

  private typealias Set = [ClosedRange<Unicode.Scalar>]

  private var tokens: [Token] = []

  /// Whether Go takes it for a pattern at all; a bad one matches nothing.
  package private(set) var isValid = true

  /// Whether it stands for one path only.
  package private(set) var isLiteral = true

  package init(_ text: String) {
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "*":
        tokens.append(.anything)
        isLiteral = false
      case "?":
        tokens.append(.anyOne)
        isLiteral = false
      case "[":
        isLiteral = false
        bracket(&scalars)
      case "\\":
        guard let next = scalars.popFirst() else {
          isValid = false
          return
        }
        tokens.append(.one(next))
      default:
        tokens.append(.one(scalar))
      }
    }
  }

  private mutating func bracket(_ scalars: inout ArraySlice<Unicode.Scalar>) {
    let isNegated = scalars.first == "^"
    if isNegated { scalars.removeFirst() }
    var set: Set = []
    while scalars.first != "]" || set.isEmpty {
      guard let low = Self.member(&scalars) else {
        isValid = false
        return
      }
      var high = low
      if scalars.first == "-" {
        scalars.removeFirst()
        guard let end = Self.member(&scalars) else {
          isValid = false
          return
        }
        high = end
      }
      if low <= high { set.append(low...high) }
      if low > high, set.isEmpty { set.append("/"..."/") }
    }
    scalars.removeFirst()
    tokens.append(.range(set, isNegated: isNegated))
  }

  private static func member(_ scalars: inout ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    guard let scalar = scalars.popFirst(), scalar != "-", scalar != "]" else { return nil }
    let member = scalar == "\\" ? scalars.popFirst() : scalar
    // A set that never closes is no pattern.
    return scalars.isEmpty ? nil : member
  }

  /// Whether a whole path matches.
  package func matches(_ path: String) -> Bool {
    guard isValid else { return false }
    let scalars = Array(path.unicodeScalars)
    var token = 0
    var position = 0
    var retry: (token: Int, position: Int)?
    while token < tokens.count || position < scalars.count {
      if token < tokens.count, case .anything = tokens[token] {
        token += 1
        retry = (token, position)
        continue
      }
      if token < tokens.count, position < scalars.count,
        accepts(tokens[token], scalars[position])
      {
        token += 1
        position += 1
        continue
      }
      guard let last = retry, last.position < scalars.count, scalars[last.position] != "/" else {
        return false
      }
      (token, position) = (last.token, last.position + 1)
      retry = (token, position)
    }
    return true
  }

  private func accepts(_ token: Token, _ scalar: Unicode.Scalar) -> Bool {
    switch token {
    case .one(let wanted): wanted == scalar
    case .anyOne: scalar != "/"
    case .range(let set, let isNegated):
      scalar != "/" && set.contains { $0.contains(scalar) } != isNegated
    case .anything: false
    }
  }
}
