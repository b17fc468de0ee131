package import Facts
internal import SQLite

/// Asks every rule of a catalogue about one stack's facts.
package struct RuleEngine: Sendable {
  private let pages: [RulePage]

  package init(_ catalogue: Catalogue) {
    pages = catalogue.pages.sorted { $0.rule.id < $1.rule.id }
  }

  /// One result for each rule, ordered by id; no rule's failure stops another.
  package func judge(_ facts: borrowing FactBase) -> [RuleResult] {
    var results: [RuleResult] = []
    for page in pages {
      results.append(result(of: page, facts))
    }
    return withoutConsequences(results)
  }

  /// Compiles every query against an empty database; throws for the first page that does not fit.
  package func validate() throws {
    var facts = try FactBase()
    try facts.seal()
    for page in pages {
      try page.validate(facts)
    }
  }

  private func result(of page: RulePage, _ facts: borrowing FactBase) -> RuleResult {
    for table in page.needs where facts.isEmpty(table) {
      var result = RuleResult(
        rule: page.rule,
        outcome: .skipped("there is no \(table.replacing("_", with: " ")) here"))
      result.concernsNothing = true
      return result
    }
    return RuleResult(rule: page.rule, outcome: outcome(of: page, facts))
  }

  private func outcome(
    of page: RulePage,
    _ facts: borrowing FactBase
  ) -> RuleResult.Outcome {
    do {
      let findings = try page.findings(facts)
      if !findings.isEmpty { return .failed(findings) }
      if let reason = try page.reasonNotJudged(facts) { return .skipped(reason) }
      return .passed
    } catch {
      return .skipped("its query was not finished: \(error)")
    }
  }

  /// One cause is reported once: what a rule covers is not said again where it has found something.
  private func withoutConsequences(_ results: [RuleResult]) -> [RuleResult] {
    var coveredBy: [String: String] = [:]
    for (page, result) in zip(pages, results) where !result.findings.isEmpty {
      for covered in page.covers where coveredBy[covered] == nil {
        coveredBy[covered] = page.rule.id
      }
    }
    return results.map { result in
      guard let cause = coveredBy[result.rule.id], !result.findings.isEmpty else { return result }
      return RuleResult(rule: result.rule, outcome: .skipped("`\(cause)` is the cause"))
    }
  }
}
