import Rules
import SourceText

/// Writes GitHub's workflow commands, which become annotations of the changed lines.
///
/// GitHub shows no more than ten of each kind a step, so that the rest is plain text; all of them
/// are in the step summary that `GitHubSummaryReporter` writes.
struct GitHubReporter: Reporter {
  private static let limit = 10

  func write(_ report: Report, to output: ReportOutput) {
    var written: [Severity: Int] = [:]
    if let failure = report.failure {
      let message = GitHubReporter.message("dovetail failed: \(failure)")
      output.write("::error title=dovetail::\(message)\n")
      written[.error] = 1
    }
    for verdict in report.verdicts {
      let places = Places(verdict)
      for finding in verdict.findings {
        written[finding.severity, default: 0] += 1
        let place = places.place(of: finding.span)
        let isShown = written[finding.severity, default: 0] <= GitHubReporter.limit
        output.write(isShown ? command(finding, at: place, places) : plain(finding, at: place))
      }
    }
    output.write(SummaryLine(report, hasColor: false).text + "\n")
  }

  private func command(_ finding: Finding, at place: Place, _ places: Places) -> String {
    let kind = finding.severity == .note ? "notice" : finding.severity.rawValue
    var properties = [
      ("file", place.path), ("line", String(place.start.line)),
      ("endLine", String(place.end.line)),
    ]
    // GitHub takes columns only where one line has both.
    if place.start.line == place.end.line {
      properties.append(("col", String(place.start.column)))
      properties.append(("endColumn", String(place.end.column)))
    }
    properties.append(("title", finding.rule))
    let list = properties.map { "\($0)=\(GitHubReporter.property($1))" }.joined(separator: ",")
    let related = finding.related.map { related in
      "\n\(places.place(of: related.span).link): \(Printable.line(related.message))"
    }
    let text = Printable.line(finding.title) + related.joined()
    return "::\(kind) \(list)::\(GitHubReporter.escaped(text))\n"
  }

  private func plain(_ finding: Finding, at place: Place) -> String {
    let label = "\(finding.severity.rawValue)[\(finding.rule)]"
    return GitHubReporter.inert("\(label): \(place.path):\(place.start.line): \(finding.message)")
      + "\n"
  }

  private static func message(_ text: String) -> String {
    escaped(Printable.line(text))
  }

  private static func property(_ text: String) -> String {
    escaped(Printable.line(text)).escaping { scalar in
      switch scalar {
      case ":": "%3A"
      case ",": "%2C"
      default: nil
      }
    }
  }

  private static func escaped(_ text: String) -> String {
    text.escaping { $0 == "%" ? "%25" : $0 == "\n" ? "%0A" : nil }
  }

  /// One line that the runner takes for no command: it looks for `::` first and `##[` anywhere.
  private static func inert(_ text: String) -> String {
    var inert = String.UnicodeScalarView()
    for scalar in Printable.line(text).unicodeScalars {
      if scalar == "[", inert.suffix(2).elementsEqual("##".unicodeScalars) {
        inert.append(" ")
      }
      inert.append(scalar)
    }
    return String(inert)
  }
}
