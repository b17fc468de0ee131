import Rules
import SourceText

/// Writes GitLab's code quality report.
///
/// GitLab shows equal fingerprints once, and takes a changed one for a new finding.
struct GitLabReporter: Reporter {
  func write(_ report: Report, to output: ReportOutput) {
    let json = JSONWriter(output)
    var fingerprints = Fingerprints()
    json.array {
      if let failure = report.failure {
        writeFailure(failure, to: json)
      }
      for verdict in report.verdicts {
        let places = Places(verdict)
        for finding in verdict.findings {
          let place = places.place(of: finding.span)
          let fingerprint = fingerprints.next(finding, at: place)
          write(finding, at: place, fingerprint: fingerprint, to: json)
        }
      }
    }
    json.finish()
  }

  private func write(
    _ finding: Finding, at place: Place, fingerprint: String, to json: JSONWriter
  ) {
    json.object {
      json.value("description", finding.title)
      json.value("check_name", finding.rule)
      json.value("fingerprint", fingerprint)
      json.value("severity", severity(finding.severity))
      json.object("location") {
        json.value("path", place.path)
        json.object("lines") {
          json.value("begin", place.start.line)
          json.value("end", place.end.line)
        }
      }
    }
  }

  private func writeFailure(_ failure: String, to json: JSONWriter) {
    json.object {
      json.value("description", "dovetail failed: \(failure)")
      json.value("check_name", "dovetail")
      json.value("fingerprint", "dovetail-failed")
      json.value("severity", "blocker")
      json.object("location") {
        json.value("path", ".")
        json.object("lines") {
          json.value("begin", 1)
        }
      }
    }
  }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "major"
    case .note: "info"
    }
  }
}
