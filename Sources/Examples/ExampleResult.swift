package import Rules

/// How one example of a page came out.
package struct ExampleResult: Sendable {
  /// What the page's own rule said of the example's files.
  package enum Outcome: Sendable {
    case asPromised

    /// A bad example in which the rule found nothing; the text tells why, where that is known.
    case silent(String?)

    /// A good example in which the rule found something.
    case fired([Finding])

    /// The files make no stack.
    case unreadable(String)
  }

  package let page: RulePage
  package let example: RulePage.Example

  /// The place of the example among the page's, counted from 1.
  package let number: Int
  package let outcome: Outcome

  package var isAsPromised: Bool {
    if case .asPromised = outcome { true } else { false }
  }

  /// One line: which example it is, and what became of it.
  package var summary: String {
    let title = example.title.isEmpty ? "" : " (\(example.title))"
    let name = "\(page.rule.id): example \(number), \(example.kind.rawValue)\(title)"
    switch outcome {
    case .asPromised: return "\(name): as promised"
    case .silent(nil): return "\(name): nothing was found"
    case .silent(let reason?): return "\(name): nothing was found: \(reason)"
    case .fired(let findings):
      return "\(name): found \(findings.map(\.message).joined(separator: "; "))"
    case .unreadable(let reason): return "\(name): \(reason)"
    }
  }
}
