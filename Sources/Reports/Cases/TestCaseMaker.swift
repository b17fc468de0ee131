import Rules

/// Makes the cases of one stack.
struct TestCaseMaker {
  private let places: Places
  private let layout: FindingLayout
  private let options: ReportOptions
  private let folder: String

  /// The areas of the rules that were asked.
  private let areas: [String: String]

  init(_ verdict: Verdict, options: ReportOptions) {
    places = Places(verdict)
    layout = FindingLayout(places: places, options: ReportOptions(hasColor: false, width: nil))
    self.options = options
    folder = TestCaseMaker.package(of: verdict)
    areas = Dictionary(
      verdict.results.map { ($0.rule.id, $0.rule.area) }, uniquingKeysWith: { $1 })
  }

  func cases(of result: RuleResult, names: inout TestNames) -> [TestCase] {
    var cases = untimedCases(of: result, names: &names)
    if !cases.isEmpty { cases[0].milliseconds = result.milliseconds ?? 0 }
    return cases
  }

  /// A finding that is not told is a case that was not run.
  func testCase(of suppressed: SuppressedFinding, names: inout TestNames) -> TestCase {
    let finding = suppressed.finding
    let place = places.place(of: finding.span)
    let className = className(ofArea: areas[finding.rule] ?? "")
    return TestCase(
      className: className,
      name: names.unique(name(of: finding, at: place), in: className),
      place: place,
      outcome: .skipped(Printable.line(suppressed.reason.text))
    )
  }

  private func className(ofArea area: String) -> String {
    folder + "." + Printable.line(area)
  }

  private func untimedCases(of result: RuleResult, names: inout TestNames) -> [TestCase] {
    let rule = result.rule
    let className = className(ofArea: rule.area)
    let first = names.unique(Printable.line(rule.id), in: className)
    switch result.outcome {
    case .passed:
      return [TestCase(className: className, name: first, place: nil, outcome: .passed)]
    case .skipped(let reason):
      let outcome = TestCase.Outcome.skipped(Printable.line(reason))
      return [TestCase(className: className, name: first, place: nil, outcome: outcome)]
    case .failed(let findings):
      guard !findings.isEmpty else {
        return [TestCase(className: className, name: first, place: nil, outcome: .passed)]
      }
      return findings.enumerated().map { number, finding in
        let place = places.place(of: finding.span)
        let name =
          number == 0 ? first : names.unique(self.name(of: finding, at: place), in: className)
        return TestCase(
          className: className,
          name: name,
          place: place,
          outcome: outcome(of: finding)
        )
      }
    }
  }

  private func name(of finding: Finding, at place: Place) -> String {
    let subject = finding.subject.isEmpty ? "" : "\(finding.subject) "
    return Printable.line("\(finding.rule): \(subject)in \(place.path)")
  }

  private func outcome(of finding: Finding) -> TestCase.Outcome {
    let text = layout.lines(of: finding).joined(separator: "\n")
    guard options.fails(finding.severity) else { return .remarked(text) }
    return .failed(
      type: finding.severity.rawValue,
      message: Printable.line(finding.message),
      text: text
    )
  }

  /// What Jenkins takes for a package: it divides a class name at its last dot.
  private static func package(of verdict: Verdict) -> String {
    let path = StackPath(verdict).path
    guard !path.isEmpty else { return "dovetail" }
    return Printable.line(String(path.map { $0 == "." ? "_" : $0 }))
  }
}

extension SuppressedFinding.Reason {
  /// Why nobody is told.
  var text: String {
    switch self {
    case .comment(let reason): "suppressed: \(reason)"
    case .baseline: "suppressed: it is in the baseline"
    }
  }
}
