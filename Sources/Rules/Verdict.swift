package import SourceText

/// What all rules said of one stack.
package struct Verdict: Sendable {
  /// The folder or file that was checked, as the user gave it.
  package var path: String

  /// The files that the findings point into.
  package var sources: SourceFiles

  /// One result for each rule that was asked, in the order of their ids.
  package var results: [RuleResult]

  package init(path: String, sources: SourceFiles, results: [RuleResult]) {
    self.path = path
    self.sources = sources
    self.results = results
  }

  /// All findings, ordered by path, place and rule.
  package var findings: [Finding] {
    let all = results.flatMap(\.findings)
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

  package init(rule: Rule, outcome: Outcome) {
    self.rule = rule
    self.outcome = outcome
  }

  package var findings: [Finding] {
    if case .failed(let findings) = outcome { findings } else { [] }
  }
}
