import Rules
import SourceText

/// Writes the Markdown that GitHub shows as a step's summary: a table of all findings.
///
/// GitHub refuses a summary of more than 1 MiB, so that a longer table ends with what is left out.
struct GitHubSummaryReporter: Reporter {
  private static let limit = 1_000_000

  func write(_ report: Report, to output: ReportOutput) {
    output.write("### Dovetail: \(SummaryLine(report, hasColor: false).text)\n\n")
    if let failure = report.failure {
      output.write("**Dovetail failed:** \(cell(failure))\n\n")
    }
    let total = Severity.allCases.reduce(0) { $0 + report.tally[$1] }
    guard total > 0 else { return }
    output.write("| | Rule | Place | Finding |\n|---|---|---|---|\n")
    var size = 0
    var count = 0
    for verdict in report.verdicts {
      let places = Places(verdict)
      for finding in verdict.findings {
        let row = self.row(finding, places)
        size += row.utf8.count
        guard size <= GitHubSummaryReporter.limit else {
          output.write("\n… and \(total - count) more.\n")
          return
        }
        output.write(row)
        count += 1
      }
    }
  }

  private func row(_ finding: Finding, _ places: Places) -> String {
    let place = places.place(of: finding.span)
    let related = finding.related.map { related in
      "<br>\(cell(related.message)): \(cell(places.place(of: related.span).link))"
    }
    return "| \(finding.severity.rawValue) | \(cell(finding.rule)) | \(cell(place.link)) "
      + "| \(cell(finding.message))\(related.joined()) |\n"
  }

  /// Text that is neither HTML nor the end of a cell; backquotes still make code.
  private func cell(_ text: String) -> String {
    Printable.line(text).escaping { scalar in
      switch scalar {
      case "|": "\\|"
      case "<": "&lt;"
      case "&": "&amp;"
      default: nil
      }
    }
  }
}
