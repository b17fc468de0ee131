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
  }
}
