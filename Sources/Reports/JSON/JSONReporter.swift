import Rules
import SourceText

/// Writes Dovetail's own JSON, which `docs/report.schema.json` describes.
///
/// A file's name is its path in the folder that was checked; one that begins with `/` is only in
/// the image.
struct JSONReporter: Reporter {
  /// Rises when a reader of the former version could stumble.
  static let version = 1

  func write(_ report: Report, to output: ReportOutput) {
    let json = JSONWriter(output)
    json.object {
      json.value("version", JSONReporter.version)
      if let failure = report.failure {
        json.value("failure", failure)
      }
      json.array("stacks") {
        for verdict in report.verdicts {
          write(verdict, to: json)
        }
      }
      write(report.tally, to: json)
    }
    json.finish()
  }

  private func write(_ verdict: Verdict, to json: JSONWriter) {
    let places = Places(verdict)
    json.object {
      json.value("path", verdict.path)
      if let milliseconds = verdict.milliseconds { json.value("milliseconds", milliseconds) }
      json.array("findings") {
        for finding in verdict.findings {
          json.object { write(finding, places: places, to: json) }
        }
      }
      json.array("suppressed") {
        for suppressed in verdict.suppressed {
          json.object {
            write(suppressed.finding, places: places, to: json)
            write(suppressed.reason, to: json)
          }
        }
      }
    }
  }

  private func write(_ reason: SuppressedFinding.Reason, to json: JSONWriter) {
    switch reason {
    case .comment(let text):
      json.value("suppressedBy", "comment")
      json.value("reason", text)
    case .baseline:
      json.value("suppressedBy", "baseline")
    }
  }

  private func write(_ finding: Finding, places: Places, to json: JSONWriter) {
    json.value("rule", finding.rule)
    json.value("severity", finding.severity.rawValue)
    json.value("message", finding.message)
    writePlace(of: finding.span, places: places, hasEnd: true, to: json)
    json.array("related") {
      for related in finding.related {
        json.object {
          writePlace(of: related.span, places: places, hasEnd: false, to: json)
          json.value("message", related.message)
        }
      }
    }
  }

  private func writePlace(
    of span: SourceSpan,
    places: Places,
    hasEnd: Bool,
    to json: JSONWriter
  ) {
    let place = places.place(of: span)
    json.value("file", places.file(of: span).displayPath)
    json.value("line", place.start.line)
    json.value("column", place.start.column)
    if hasEnd {
      json.value("endLine", place.end.line)
      json.value("endColumn", place.end.column)
    }
  }

  private func write(_ tally: Tally, to json: JSONWriter) {
    json.object("summary") {
      json.value("error", tally.errors)
      json.value("warning", tally.warnings)
      json.value("note", tally.notes)
    }
  }
}
