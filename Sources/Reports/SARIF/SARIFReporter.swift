import Rules
import SourceText

/// Writes SARIF 2.1.0, as GitHub's code scanning wants it.
///
/// GitHub needs a place for each result and rules with a description of at most 1024 characters;
/// it shows a rule's help as Markdown and follows a message's links to the related places.
struct SARIFReporter: Reporter {
  private static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

  func write(_ report: Report, to output: ReportOutput) {
    let json = JSONWriter(output)
    let rules = SARIFRules(report)
    json.object {
      json.value("$schema", SARIFReporter.schema)
      json.value("version", "2.1.0")
      json.array("runs") {
        json.object {
          json.object("tool") {
            rules.writeDriver(version: report.toolVersion, to: json)
          }
          writeInvocation(report, to: json)
          json.object("originalUriBaseIds") {
            json.object(SARIFLocation.imageBase) {
              json.object("description") {
                json.value("text", "The root of the container's file tree")
              }
            }
          }
          json.value("columnKind", "unicodeCodePoints")
          json.array("results") {
            writeResults(report, rules: rules, to: json)
          }
        }
      }
    }
    json.finish()
  }

  private func writeInvocation(_ report: Report, to json: JSONWriter) {
    json.array("invocations") {
      json.object {
        json.value("executionSuccessful", report.failure == nil)
        if let timestamp = report.timestamp {
          json.value("startTimeUtc", timestamp + "Z")
        }
        if let failure = report.failure {
          json.array("toolExecutionNotifications") {
            json.object {
              json.value("level", "error")
              json.object("message") { json.value("text", failure) }
            }
          }
        }
      }
    }
  }

  private func writeResults(_ report: Report, rules: SARIFRules, to json: JSONWriter) {
    var fingerprints = Fingerprints()
    for verdict in report.verdicts {
      let places = Places(verdict)
      for finding in verdict.findings {
        let result = SARIFResult(finding, places: places)
        let fingerprint = fingerprints.next(finding, at: result.place)
        result.write(ruleIndex: rules.index(of: finding.rule), fingerprint: fingerprint, to: json)
      }
      for suppressed in verdict.suppressed {
        let result = SARIFResult(suppressed.finding, suppressed.reason, places: places)
        result.write(
          ruleIndex: rules.index(of: suppressed.finding.rule),
          fingerprint: fingerprints.next(suppressed.finding, at: result.place), to: json)
      }
    }
  }
}
