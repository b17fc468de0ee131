/// How a command ends.
enum CommandOutcome: Sendable {
  case succeeds
  case fails

  /// It may do either.
  case unknown

  var negated: CommandOutcome {
    switch self {
    case .succeeds: .fails
    case .fails: .succeeds
    case .unknown: .unknown
    }
  }
}

/// What is taken for granted of a command whose end is not known.
enum Expectation: Sendable {
  /// It succeeds, since there is an image; if it certainly fails, that is a problem.
  case mustSucceed

  /// It most likely succeeds, and nothing depends on it.
  case shouldSucceed

  /// It may fail: somebody provided for it.
  case mayFail
}
