import Rules

/// What CI servers call a suite: what the rules said of one stack.
struct TestSuite {
  let name: String
  let count: TestCount

  /// How long it took from the first case to the last; those of a probe take their times side by side.
  let milliseconds: Int
  private let content: Content

  private enum Content {
    case verdict(Verdict, ReportOptions)
    case failure(String)
  }

  /// A suite for each stack, and one for what kept the run from ending.
  static func suites(of report: Report, options: ReportOptions) -> [TestSuite] {
    report.verdicts.map { TestSuite($0, options: options) }
      + (report.failure.map { [TestSuite(failure: $0)] } ?? [])
  }

  private init(_ verdict: Verdict, options: ReportOptions) {
    name = Printable.line(StackPath(verdict).displayPath)
    count = TestCount(verdict, options: options)
    milliseconds =
      verdict.milliseconds ?? verdict.results.reduce(0) { $0 + ($1.milliseconds ?? 0) }
    content = .verdict(verdict, options)
  }

  /// A suite that tells why the run could not end.
  private init(failure: String) {
    name = "dovetail"
    count = .internalError
    milliseconds = 0
    content = .failure(failure)
  }

  /// Makes the cases one after the other, so that they need not all be held at once.
  func forEachCase(names: inout TestNames, _ body: (TestCase) throws -> Void) rethrows {
    switch content {
    case .failure(let failure):
      let name = names.unique("the run ends", in: "dovetail")
      try body(
        TestCase(
          className: "dovetail",
          name: name,
          place: nil,
          outcome: .broke(Printable.line(failure))
        )
      )
    case .verdict(let verdict, let options):
      let maker = TestCaseMaker(verdict, options: options)
      for result in verdict.results {
        for testCase in maker.cases(of: result, names: &names) {
          try body(testCase)
        }
      }
      for suppressed in verdict.suppressed {
        try body(maker.testCase(of: suppressed, names: &names))
      }
    }
  }
}
