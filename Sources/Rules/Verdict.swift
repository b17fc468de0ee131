package import SourceText

/// What all rules said of one stack.
package struct Verdict: Sendable {
  /// The folder or file that was checked, as the user gave it.
  package var path: String

  /// The files that the findings point into.
  package var sources: SourceFiles

  /// One result for each rule that was asked, in the order of their ids or of the joints.
  package var results: [RuleResult]

  /// The findings that are not told, and why.
  package var suppressed: [SuppressedFinding] = []

  /// How long it took from the first look to the last, in milliseconds; nil where the rules, one after the other, were all.
  package var milliseconds: Int?

  /// In which order the findings are told.
  package var order: Order

  /// What orders findings.
  package enum Order: Sendable {
    /// By path, place and rule.
    case byPlace

    /// As the results are: a probe follows the way of a request.
    case asFound
  }

  package init(
    path: String, sources: SourceFiles, results: [RuleResult], order: Order = .byPlace
  ) {
    self.path = path
    self.sources = sources
    self.results = results
    self.order = order
  }

  /// All findings, in the verdict's order.
  package var findings: [Finding] {
    let all = results.flatMap(\.findings)
    guard order == .byPlace else { return all }
    let names = sources.files.map(\.displayPath)
    return all.sorted { left, right in
      let leftName = names[Int(left.span.file.rawValue)]
      let rightName = names[Int(right.span.file.rawValue)]
      return (leftName, left.span.start, left.rule, left.message)
        < (rightName, right.span.start, right.rule, right.message)
    }
  }
}

/// What one rule said of one stack.
package struct RuleResult: Sendable {
  /// How a rule ended.
  package enum Outcome: Sendable {
    case passed
    case failed([Finding])

    /// Facts that the rule needs were not known; the text says which.
    case skipped(String)
  }

  package var rule: Rule
  package var outcome: Outcome

  /// Whether there is nothing in the stack that the rule is about.
  package var concernsNothing = false

  /// How long it took to find out; nil where that is next to nothing.
  package var milliseconds: Int?

  /// Why the rule could not be asked to the end; nil where it was.
  package var failure: RuleFailure?

  package init(rule: Rule, outcome: Outcome, milliseconds: Int? = nil) {
    self.rule = rule
    self.outcome = outcome
    self.milliseconds = milliseconds
  }

  package var findings: [Finding] {
    if case .failed(let findings) = outcome { findings } else { [] }
  }
}
