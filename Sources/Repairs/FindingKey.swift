import Rules
import SourceText

/// What makes a finding the same one after its file has changed: rule, path and subject.
struct FindingKey: Hashable, Comparable {
  private let rule: String
  private let path: String
  private let subject: String

  init(_ finding: Finding, in verdict: Verdict) {
    rule = finding.rule
    path = verdict.sources[finding.span.file].displayPath
    subject = finding.subject
  }

  static func < (left: FindingKey, right: FindingKey) -> Bool {
    (left.path, left.rule, left.subject) < (right.path, right.rule, right.subject)
  }

  static func counts(of findings: [Finding], in verdict: Verdict) -> [FindingKey: Int] {
    Dictionary(findings.map { (FindingKey($0, in: verdict), 1) }, uniquingKeysWith: +)
  }
}
