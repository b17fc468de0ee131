/// What CI servers call a test: one rule on one stack, or one finding.
struct TestCase {
  enum Outcome {
    case passed

    /// Passed, with something to read.
    case remarked(String)

    case skipped(String)
    case failed(type: String, message: String, text: String)

    /// Dovetail itself failed.
    case broke(String)
  }

  let className: String
  let name: String
  let place: Place?
  let outcome: Outcome

  /// How long it took; a rule takes microseconds, a probe's joint may take seconds.
  var milliseconds = 0
}
