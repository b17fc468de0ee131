import Rules
import SourceText
import XML

/// Writes Checkstyle's XML, which Jenkins's Warnings plugin and reviewdog read.
struct CheckstyleReporter: Reporter {
  func write(_ report: Report, to output: ReportOutput) throws {
    let xml = try XMLWriter { output.write($0) }
    try xml.element("checkstyle", ["version": "4.3"]) {
      for verdict in report.verdicts {
        try write(verdict, to: xml)
      }
      if let failure = report.failure {
        try xml.element("file", ["name": "."]) {
          try xml.element(
            "error",
            [
              "line": "1", "severity": "error", "message": Printable.line(failure),
              "source": "dovetail",
            ])
        }
      }
    }
    try xml.finish()
  }

  private func write(_ verdict: Verdict, to xml: borrowing XMLWriter) throws {
    let places = Places(verdict)
    var findings = verdict.findings[...]
    while let first = findings.first {
      let ofFile = findings.prefix { $0.span.file == first.span.file }
      findings = findings.dropFirst(ofFile.count)
      let path = Printable.line(places.place(of: first.span).path)
      try xml.element("file", ["name": path]) {
        for finding in ofFile {
          try write(finding, at: places.place(of: finding.span), to: xml)
        }
      }
    }
  }

  private func write(
    _ finding: Finding, at place: Place, to xml: borrowing XMLWriter
  ) throws {
    try xml.element(
      "error",
      [
        "line": String(place.start.line), "column": String(place.start.column),
        "severity": finding.severity == .note ? "info" : finding.severity.rawValue,
        "message": Printable.line(finding.message),
        "source": "dovetail." + Printable.line(finding.rule),
      ])
  }
}
