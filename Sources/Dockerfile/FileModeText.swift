/// The value of `--chmod`.
package enum FileModeText: Hashable, Sendable {
  case octal(Int)

  /// Clauses as `chmod(1)` takes them, such as `u=rwX,go=rX`.
  case symbolic(String)

  /// A number, but not one of 0 to 07777.
  case outOfRange
  case invalid

  package init(_ text: String) {
    if !text.isEmpty, text.utf8.allSatisfy(\.isDigit) {
      if let mode = Int(text, radix: 8), mode <= 0o7777 {
        self = .octal(mode)
      } else {
        self = .outOfRange
      }
      return
    }
    let clauses = text.split(separator: ",", omittingEmptySubsequences: false)
    self = clauses.allSatisfy(Self.isClause) ? .symbolic(text) : .invalid
  }

  private static func isClause(_ clause: Substring) -> Bool {
    let actions = clause.drop { "ugoa".contains($0) }
    guard let first = actions.first, "+-=".contains(first) else { return false }
    return actions.allSatisfy { "+-=rwxXstugo".contains($0) }
  }
}
