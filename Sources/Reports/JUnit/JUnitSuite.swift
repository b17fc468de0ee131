import Rules

/// One suite of a JUnit report: what the rules said of one stack.
struct JUnitSuite {
  let name: String
  let count: JUnitCount
  private let content: Content

  private enum Content {
    case verdict(Verdict, ReportOptions)
    case failure(String)
  }

  init(_ verdict: Verdict, options: ReportOptions) {
    name = Printable.line(StackPath(verdict.path).displayPath)
    count = JUnitCount(verdict.results, options: options)
    content = .verdict(verdict, options)
  }

  /// A suite that tells why the run could not end.
  init(failure: String) {
    name = "dovetail"
    count = .internalError
    content = .failure(failure)
  }

  /// Makes the cases one after the other, so that they need not all be held at once.
  func forEachCase(names: inout JUnitNames, _ body: (JUnitCase) throws -> Void) rethrows {
    switch content {
    case .failure(let failure):
      let name = names.unique("the run ends", in: "dovetail")
      try body(
        JUnitCase(
          className: "dovetail",
          name: name,
          place: nil,
          outcome: .broke(Printable.line(failure))
        )
      )
    case .verdict(let verdict, let options):
      let maker = JUnitCaseMaker(verdict, options: options)
      for result in verdict.results {
        for testCase in maker.cases(of: result, names: &names) {
          try body(testCase)
        }
      }
    }
  }
}
