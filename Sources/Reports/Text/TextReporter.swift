import Rules

/// Writes for people: each finding with the lines that it is about, and a summary.
struct TextReporter: Reporter {
  let options: ReportOptions

  func write(_ report: Report, to output: ReportOutput) {
    for verdict in report.verdicts {
      let layout = FindingLayout(places: Places(verdict), options: options)
      for finding in verdict.findings {
        for line in layout.lines(of: finding) {
          output.write(line + "\n")
        }
        output.write("\n")
      }
    }
    if let failure = report.failure {
      let painter = Painter(hasColor: options.hasColor)
      output.write(painter.paint("dovetail failed", .error) + ": \(Printable.line(failure))\n")
    }
    output.write(SummaryLine(report, hasColor: options.hasColor).text + "\n")
    if let hint = hint(report.tally) { output.write(hint + "\n") }
  }

  /// What could be mended without a person.
  private func hint(_ tally: Tally) -> String? {
    let safe = SummaryLine.count(tally.safeRepairs, "finding")
    return switch (tally.safeRepairs, tally.unsafeRepairs) {
    case (0, 0): nil
    case (_, 0): "--fix can mend \(safe)"
    case (0, let count): "--unsafe-fixes can mend \(SummaryLine.count(count, "finding"))"
    case (_, let count): "--fix can mend \(safe), --unsafe-fixes \(count) more"
    }
  }
}
