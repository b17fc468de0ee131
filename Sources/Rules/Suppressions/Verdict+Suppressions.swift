internal import SourceText

extension Verdict {
  /// The verdict without what comments in the sources suppress, and with what is wrong with those.
  ///
  /// A suppression without a reason suppresses nothing; one that nothing needs is reported.
  /// `names` are the ids and areas of all rules, whether they were asked or not.
  package func applyingSuppressions(names: Set<String>) -> Verdict {
    let files = sources.files.filter { $0.origin != nil }
    let all = files.flatMap(Suppression.suppressions)
    guard !all.isEmpty else { return self }
    let valid = all.filter { !$0.reason.isEmpty && !$0.rules.isEmpty }
    var used = Array(repeating: Set<String>(), count: valid.count)
    var indexes = LineIndexes()
    var verdict = self
    verdict.results = results.map { result in
      result.keeping { finding in
        let start = Int(finding.span.start)
        let line = indexes[sources[finding.span.file]].position(at: start).line
        let index = valid.firstIndex { $0.covers(finding, of: result.rule, on: line) }
        guard let index else { return true }
        used[index].formUnion([finding.rule, result.rule.area])
        verdict.suppressed.append(
          SuppressedFinding(finding, reason: .comment(valid[index].reason)))
        return false
      }
    }
    let judged = Set(results.filter { !$0.isSkipped }.flatMap { [$0.rule.id, $0.rule.area] })
    let faults = zip(valid, used).flatMap { $0.faults(used: $1, judged: judged, names: names) }
    let unreadable = all.filter(\.rules.isEmpty).map {
      SuppressionFault($0, "a comment says nothing that dovetail knows: `ignore[rule-id] reason`")
    }
    let unreasoned = all.filter { $0.reason.isEmpty && !$0.rules.isEmpty }.map {
      SuppressionFault(
        $0, "a suppression gives no reason: `ignore[\($0.rules.joined(separator: ", "))]`")
    }
    verdict.results += [
      RuleResult(.unusedSuppression, faults + unreadable),
      RuleResult(.suppressionWithoutReason, unreasoned),
    ]
    verdict.results.sort { $0.rule.id < $1.rule.id }
    return verdict
  }
}

/// What is wrong with a comment that is to suppress something.
private struct SuppressionFault {
  let suppression: Suppression
  let message: String

  init(_ suppression: Suppression, _ message: String) {
    self.suppression = suppression
    self.message = message
  }
}

extension Suppression {
  /// What no finding needed, as far as its rule was judged, and names that no rule has.
  fileprivate func faults(
    used: Set<String>, judged: Set<String>, names: Set<String>
  ) -> [SuppressionFault] {
    let unknown = rules.filter { !names.contains($0) }.map { name in
      let meant = Spelling.nearest(to: name, among: names.sorted()).map { "; perhaps `\($0)`" }
      return SuppressionFault(self, "there is no rule `\(name)` to ignore\(meant ?? "")")
    }
    let unused = rules.filter { judged.contains($0) && !used.contains($0) }
    guard !unused.isEmpty else { return unknown }
    let list = unused.joined(separator: ", ")
    return unknown + [SuppressionFault(self, "a comment suppresses nothing: `ignore[\(list)]`")]
  }
}

extension RuleResult {
  fileprivate var isSkipped: Bool {
    if case .skipped = outcome { true } else { false }
  }

  /// The result without the findings that are not wanted.
  package func keeping(_ isWanted: (Finding) -> Bool) -> RuleResult {
    guard case .failed(let findings) = outcome else { return self }
    let kept = findings.filter(isWanted)
    var result = self
    result.outcome = kept.isEmpty ? .passed : .failed(kept)
    return result
  }

  fileprivate init(_ rule: Rule, _ faults: [SuppressionFault]) {
    let findings = faults.map { fault in
      Finding(
        rule: rule.id, severity: rule.severity, message: fault.message,
        span: fault.suppression.span, help: rule.fix,
        subject: fault.suppression.rules.joined(separator: ", "))
    }
    self.init(rule: rule, outcome: findings.isEmpty ? .passed : .failed(findings))
  }
}

extension Rule {
  fileprivate static let unusedSuppression = Rule(
    id: "unused-suppression", area: "suppressions", severity: .note,
    title: "A comment suppresses nothing",
    why: "What it was written for is mended, or it stands on the wrong line.",
    fix: "Correct the rule's name, or delete what nothing needs.",
    page: "# A comment suppresses nothing\n")

  fileprivate static let suppressionWithoutReason = Rule(
    id: "suppression-without-reason", area: "suppressions", severity: .warning,
    title: "A suppression gives no reason",
    why: "Whoever reads it next has to know why the finding is not to be mended.",
    fix: "Write the reason behind the bracket: `# dovetail: ignore[rule-id] reason`.",
    page: "# A suppression gives no reason\n")
}
