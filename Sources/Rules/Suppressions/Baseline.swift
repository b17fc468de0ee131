internal import SourceText

/// The findings that were there when somebody decided to look at new ones only.
///
/// Rule, path and subject make a finding's fingerprint, so that it survives moved lines.
package struct Baseline: Sendable {
  /// The fingerprint of a finding.
  package struct Entry: Hashable, Sendable {
    package let rule: String
    package let path: String
    package let subject: String

    package init(rule: String, path: String, subject: String) {
      self.rule = rule
      self.path = path
      self.subject = subject
    }
  }

  /// How many findings of each kind there were.
  package private(set) var counts: [Entry: Int] = [:]

  package init(_ entries: some Sequence<Entry> = []) {
    for entry in entries { counts[entry, default: 0] += 1 }
  }

  /// The baseline of what was found.
  package init(_ verdicts: [Verdict]) {
    self.init(
      verdicts.flatMap { verdict in verdict.findings.map { verdict.entry(of: $0) } })
  }

  /// All entries, ordered, one for each finding.
  package var entries: [Entry] {
    counts.flatMap { Array(repeating: $0.key, count: $0.value) }
      .sorted { ($0.path, $0.rule, $0.subject) < ($1.path, $1.rule, $1.subject) }
  }

  /// The verdict without the findings of the baseline; each entry takes one away.
  package mutating func takeKnown(from verdict: Verdict) -> Verdict {
    var result = verdict
    for (index, ruleResult) in verdict.results.enumerated() {
      result.results[index] = ruleResult.keeping { finding in
        let entry = verdict.entry(of: finding)
        guard let count = counts[entry], count > 0 else { return true }
        counts[entry] = count - 1
        result.suppressed.append(SuppressedFinding(finding, reason: .baseline))
        return false
      }
    }
    return result
  }
}

extension Verdict {
  fileprivate func entry(of finding: Finding) -> Baseline.Entry {
    Baseline.Entry(
      rule: finding.rule, path: sources[finding.span.file].displayPath, subject: finding.subject)
  }
}
