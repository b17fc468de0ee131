import Rules

/// The last line of a text report.
struct SummaryLine {
  let text: String

  init(_ report: Report, hasColor: Bool) {
    let painter = Painter(hasColor: hasColor)
    let tally = report.tally
    let counts = [Severity.error, .warning, .note].filter { tally[$0] > 0 }.map { severity in
      painter.paint(SummaryLine.count(tally[severity], severity.rawValue), Style(severity))
    }
    let found =
      counts.isEmpty
      ? painter.paint("no findings", report.failure == nil ? .good : .strong)
      : counts.joined(separator: ", ")
    var passed = SummaryLine.count(tally.passedRules, "rule") + " passed"
    if tally.idleRules > 0 {
      passed += ", \(tally.idleRules) had nothing to judge"
    }
    if tally.skippedRules > 0 {
      passed += ", \(tally.skippedRules) could not be judged"
    }
    if tally.suppressed > 0 {
      passed += ", \(SummaryLine.count(tally.suppressed, "finding")) suppressed"
    }
    let stacks =
      report.verdicts.count == 1
      ? "" : " in " + SummaryLine.count(report.verdicts.count, "stack")
    text = "\(found)\(stacks) (\(passed))"
  }

  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
