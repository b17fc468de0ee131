import Rules

/// Writes one page that needs nothing else: no network, no script, any theme.
///
/// It is filtered by the style sheet: what is unticked or not chosen is not shown.
struct HTMLReporter: Reporter {
  func write(_ report: Report, to output: ReportOutput) throws {
    let pictures = try report.pictures.map { try SVGPicture($0).text() }
    let html = HTMLWriter(output)
    let rules = HTMLRules(report)
    html.element("html", ["lang": "en"]) {
      html.element("head") { writeHead(report, rules: rules, to: html) }
      html.breakLine()
      html.element("body") {
        writeHeader(report, rules: rules, to: html)
        html.element("main") {
          for (index, verdict) in report.verdicts.enumerated() {
            let picture = pictures.indices.contains(index) ? pictures[index] : nil
            HTMLStack(verdict, picture: picture, rules: rules, html: html).write()
          }
        }
        rules.write(to: html)
      }
    }
    html.breakLine()
  }

  private func writeHead(_ report: Report, rules: HTMLRules, to html: HTMLWriter) {
    html.void("meta", ["charset": "utf-8"])
    // Nothing of this page may ask for anything, whatever the sources that it shows hold.
    html.void(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'",
      ])
    html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.element(
      "title", text: "Dovetail: " + SummaryLine(report, hasColor: false).text)
    html.element("style") {
      html.markup(HTMLStyle.sheet)
      html.markup(rules.filterStyle)
    }
  }

  private func writeHeader(_ report: Report, rules: HTMLRules, to html: HTMLWriter) {
    html.element("header") {
      html.element("h1", text: "Dovetail")
      html.element("p", ["class": "summary"], text: SummaryLine(report, hasColor: false).text)
      if let failure = report.failure {
        html.element("p", ["class": "failure"], text: "Dovetail failed: \(failure)")
      }
      html.element("form", ["class": "filter"]) {
        for severity in Severity.allCases.reversed() {
          writeTick(severity, count: report.tally[severity], to: html)
        }
        rules.writeChoice(to: html)
      }
    }
    html.breakLine()
  }

  private func writeTick(_ severity: Severity, count: Int, to html: HTMLWriter) {
    html.element("label", ["class": severity.rawValue]) {
      html.void(
        "input", ["type": "checkbox", "id": "show-\(severity.rawValue)", "checked": "checked"])
      html.text(" " + SummaryLine.count(count, severity.rawValue))
    }
  }
}
