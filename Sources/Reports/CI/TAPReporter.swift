import Rules
import SourceText

/// Writes the Test Anything Protocol, version 14, with the same cases as JUnit's.
struct TAPReporter: Reporter {
  let options: ReportOptions

  func write(_ report: Report, to output: ReportOutput) {
    let suites = TestSuite.suites(of: report, options: options)
    output.write("TAP version 14\n1..\(TestCount(adding: suites.map(\.count)).tests)\n")
    var names = TestNames()
    var number = 0
    for suite in suites {
      suite.forEachCase(names: &names) { testCase in
        number += 1
        output.write(lines(of: testCase, number: number))
      }
    }
  }

  private func lines(of testCase: TestCase, number: Int) -> String {
    let name = "\(number) - \(escaped("\(testCase.className): \(testCase.name)"))"
    switch testCase.outcome {
    case .passed: return "ok \(name)\n"
    case .remarked(let text):
      return "ok \(name)\n" + diagnostic([("message", text)], at: testCase.place)
    case .skipped(let reason): return "ok \(name) # SKIP \(escaped(reason))\n"
    case .failed(let type, let message, let text):
      return "not ok \(name)\n"
        + diagnostic(
          [("severity", type), ("message", message), ("text", text)], at: testCase.place)
    case .broke(let message):
      return "not ok \(name)\n" + diagnostic([("message", message)], at: nil)
    }
  }

  /// A block of YAML; a text in JSON's quotes is one in YAML's too.
  private func diagnostic(_ texts: [(name: String, text: String)], at place: Place?) -> String {
    var lines = texts.map { "\($0): \(JSONWriter.quoted($1))" }
    if let place {
      lines += [
        "at:", "  file: \(JSONWriter.quoted(Printable.line(place.path)))",
        "  line: \(place.start.line)", "  column: \(place.start.column)",
      ]
    }
    return (["---"] + lines + ["..."]).map { "  \($0)\n" }.joined()
  }

  private func escaped(_ text: String) -> String {
    text.escaping { $0 == "#" || $0 == "\\" ? "\\\($0)" : nil }
  }
}
