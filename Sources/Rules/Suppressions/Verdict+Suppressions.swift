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
    var isUsed = Array(repeating: false, count: valid.count)
    var verdict = self
    verdict.results = results.map { result in
      result.keeping { finding in
        let line = LineIndex(sources[finding.span.file]).position(at: Int(finding.span.start)).line
        let index = valid.firstIndex { $0.covers(finding, of: result.rule, on: line) }
        guard let index else { return true }
        isUsed[index] = true
        verdict.suppressed.append(
          SuppressedFinding(finding, reason: .comment(valid[index].reason)))
        return false
      }
    }
    let judged = Set(results.filter { !$0.isSkipped }.flatMap { [$0.rule.id, $0.rule.area] })
    let unused = zip(valid, isUsed).filter { suppression, isUsed in
      !isUsed && suppression.rules.allSatisfy { judged.contains($0) || !names.contains($0) }
    }.map(\.0)
    verdict.results += [
      .aboutSuppressions(
        .unusedSuppression, unused, unknown: { $0.rules.first { !names.contains($0) } }),
      .aboutSuppressions(
        .suppressionWithoutReason, all.filter { $0.reason.isEmpty || $0.rules.isEmpty }),
    ]
    verdict.results.sort { $0.rule.id < $1.rule.id }
    return verdict
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

  fileprivate static func aboutSuppressions(
    _ rule: Rule, _ suppressions: [Suppression], unknown: (Suppression) -> String? = { _ in nil }
  ) -> RuleResult {
    let findings = suppressions.map { suppression in
      let list = suppression.rules.joined(separator: ", ")
      let message =
        unknown(suppression).map { "there is no rule `\($0)` to ignore" }
        ?? "\(rule.title.lowercased()): `ignore[\(list)]`"
      return Finding(
        rule: rule.id, severity: rule.severity, message: message, span: suppression.span,
        help: rule.fix, subject: list)
    }
    return RuleResult(rule: rule, outcome: findings.isEmpty ? .passed : .failed(findings))
  }
}

extension Rule {
  fileprivate static let unusedSuppression = Rule(
    id: "unused-suppression", area: "suppressions", severity: .note,
    title: "A comment suppresses nothing",
    why: "What it was written for is mended, or it stands on the wrong line.",
    fix: "Delete the comment.", page: "# A comment suppresses nothing\n")

  fileprivate static let suppressionWithoutReason = Rule(
    id: "suppression-without-reason", area: "suppressions", severity: .warning,
    title: "A suppression gives no reason",
    why: "Whoever reads it next has to know why the finding is not to be mended.",
    fix: "Write the reason behind the bracket: `# dovetail: ignore[rule-id] reason`.",
    page: "# A suppression gives no reason\n")
}
