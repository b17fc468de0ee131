package import Facts
internal import SQLite

/// Asks every rule of a catalogue about one stack's facts.
package struct RuleEngine: Sendable {
  private let pages: [RulePage]

  /// Whether results tell how long they took, which no two runs agree on.
  private let timesRules: Bool

  package init(_ catalogue: Catalogue, timesRules: Bool = false) {
    pages = catalogue.pages.sorted { $0.rule.id < $1.rule.id }
    self.timesRules = timesRules
  }

  /// One result for each rule, ordered by id; no rule's failure stops another.
  package func judge(_ facts: borrowing FactBase) -> [RuleResult] {
    let writers = FileWriters(facts)
    var results: [RuleResult] = []
    for page in pages {
      results.append(result(of: page, facts, writers))
    }
    return Consequences(pages: pages).removed(from: results)
  }

  /// Compiles every query against an empty database; throws for the first page that does not fit.
  package func validate() throws {
    let facts = try FactBase()
    for page in pages {
      try page.validate(facts)
    }
  }

  private func result(
    of page: RulePage, _ facts: borrowing FactBase, _ writers: FileWriters
  ) -> RuleResult {
    var result = RuleResult(rule: page.rule, outcome: .passed)
    for table in page.needs where facts.isEmpty(table) {
      result.outcome = .skipped("there is no \(table.replacing("_", with: " ")) here")
      result.concernsNothing = true
      return result
    }
    let start = ContinuousClock.now
    do {
      result.outcome = try outcome(of: page, facts, writers)
    } catch {
      let failure = RuleFailure(path: page.path, isBuiltIn: page.isBuiltIn, reason: "\(error)")
      result.failure = failure
      result.outcome = page.outcome(of: failure, facts)
    }
    if timesRules { result.milliseconds = start.duration(to: .now).wholeMilliseconds }
    return result
  }

  private func outcome(
    of page: RulePage, _ facts: borrowing FactBase, _ writers: FileWriters
  ) throws -> RuleResult.Outcome {
    if page.mayFind(facts) {
      let findings = try page.findings(facts).map(writers.shown)
      if !findings.isEmpty { return .failed(findings) }
    }
    if let reason = try page.reasonNotJudged(facts) { return .skipped(reason) }
    return .passed
  }
}

extension Duration {
  /// Nil for less than one.
  fileprivate var wholeMilliseconds: Int? {
    let (seconds, attoseconds) = components
    let milliseconds = Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    return milliseconds > 0 ? milliseconds : nil
  }
}
