internal import Facts

/// A rule whose query did not come to its end.
package struct RuleFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the page lies.
  package let path: String

  /// Whether the page is dovetail's own, so that the fault is too.
  package let isBuiltIn: Bool

  /// In SQLite's words.
  package let reason: String

  package var description: String {
    "\(path): the query was not finished: \(reason)"
  }
}

extension RulePage {
  /// What is said in place of the findings that the query did not come to.
  func outcome(of failure: RuleFailure, _ facts: borrowing FactBase) -> RuleResult.Outcome {
    guard !failure.isBuiltIn, let span = try? anchor(facts) else {
      return .skipped("\(failure)")
    }
    return .failed([
      Finding(
        rule: rule.id, severity: .warning,
        message:
          "the rule `\(rule.id)` was not judged: its query was not finished: \(failure.reason)",
        span: span, help: "Make the query in `\(path)` do less, or give fewer rows.",
        subject: "query")
    ])
  }
}
