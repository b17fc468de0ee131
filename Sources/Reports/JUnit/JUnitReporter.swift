import Rules
import SourceText
import XML

/// Writes JUnit XML: a suite for each stack, a case for each rule that was asked.
///
/// A rule's second and further findings get cases of their own. Names hold the rule, the file and
/// the subject but never a line, so that a moved line makes no new failure; no two are equal,
/// because GitLab drops the second of two equal ones. Jenkins drops suites without a case, and
/// others trust the counters, so both are always there.
struct JUnitReporter: Reporter {
  let options: ReportOptions

  /// Whether to leave out what the schema of Jenkins's xUnit plugin forbids.
  let isStrict: Bool

  func write(_ report: Report, to output: ReportOutput) throws {
    let suites = TestSuite.suites(of: report, options: options)
    var names = TestNames()
    let xml = try XMLWriter { output.write($0) }
    let count = TestCount(adding: suites.map(\.count))
    try xml.element(
      "testsuites",
      [
        "name": "dovetail", "tests": String(count.tests), "failures": String(count.failures),
        "errors": String(count.errors), "skipped": isStrict ? nil : String(count.skipped),
        "time": seconds(report.milliseconds),
      ]
    ) {
      for (id, suite) in suites.enumerated() {
        try write(suite, id: id, of: report, names: &names, to: xml)
      }
    }
    try xml.finish()
  }

  private func write(
    _ suite: TestSuite,
    id: Int,
    of report: Report,
    names: inout TestNames,
    to xml: borrowing XMLWriter
  ) throws {
    let count = suite.count
    try xml.element(
      "testsuite",
      [
        "name": suite.name, "tests": String(count.tests), "failures": String(count.failures),
        "errors": String(count.errors), "skipped": String(count.skipped),
        "time": seconds(suite.milliseconds), "timestamp": report.timestamp, "id": String(id),
      ]
    ) {
      if let version = report.toolVersion, !isStrict {
        try xml.element("properties") {
          try xml.element("property", ["name": "dovetail.version", "value": version])
        }
      }
      try suite.forEachCase(names: &names) { try write($0, to: xml) }
    }
  }

  private func write(_ testCase: TestCase, to xml: borrowing XMLWriter) throws {
    let place = isStrict ? nil : testCase.place
    try xml.element(
      "testcase",
      [
        "classname": testCase.className, "name": testCase.name,
        "file": place.map { Printable.line($0.path) },
        "line": place.map { String($0.start.line) },
        "time": seconds(testCase.milliseconds),
      ]
    ) {
      try write(testCase.outcome, to: xml)
    }
  }

  private func write(_ outcome: TestCase.Outcome, to xml: borrowing XMLWriter) throws {
    switch outcome {
    case .passed: break
    case .remarked(let text): try xml.element("system-out") { try xml.text(text) }
    case .skipped(let reason): try xml.element("skipped", ["message": reason])
    case .failed(let type, let message, let text):
      try xml.element("failure", ["type": type, "message": message]) { try xml.text(text) }
    case .broke(let message): try xml.element("error", ["type": "internal", "message": message])
    }
  }

  private func seconds(_ milliseconds: Int?) -> String? {
    guard let milliseconds else { return nil }
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}
