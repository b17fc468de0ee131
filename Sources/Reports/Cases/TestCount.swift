import Rules

/// The counters of a report.
struct TestCount {
  private(set) var tests = 0
  private(set) var failures = 0
  private(set) var errors = 0
  private(set) var skipped = 0

  /// What a suite counts that only tells of an internal error.
  static let internalError = {
    var count = TestCount()
    count.tests = 1
    count.errors = 1
    return count
  }()

  init() {}

  /// Counts a stack's cases, as `TestCaseMaker` makes them.
  init(_ verdict: Verdict, options: ReportOptions) {
    tests = verdict.suppressed.count
    skipped = verdict.suppressed.count
    for result in verdict.results {
      switch result.outcome {
      case .passed:
        tests += 1
      case .skipped:
        tests += 1
        skipped += 1
      case .failed(let findings):
        tests += max(findings.count, 1)
        failures += findings.count { options.fails($0.severity) }
      }
    }
  }

  /// Adds up the counters of suites.
  init(adding parts: [TestCount]) {
    for part in parts {
      tests += part.tests
      failures += part.failures
      errors += part.errors
      skipped += part.skipped
    }
  }
}
