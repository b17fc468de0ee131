package import Rules

/// How a report should look.
package struct ReportOptions: Sendable {
  /// Whether text may use the terminal's colours.
  package var hasColor = false

  /// How many columns text may use; nil breaks no line.
  package var width: Int?

  /// The least severity that fails the run; nil if none does.
  ///
  /// JUnit's failures are what it fails for, so that a build and its report agree.
  package var failOn: Severity? = .warning

  package init(hasColor: Bool = false, width: Int? = nil, failOn: Severity? = .warning) {
    self.hasColor = hasColor
    self.width = width
    self.failOn = failOn
  }

  /// Whether a finding of this severity fails the run.
  func fails(_ severity: Severity) -> Bool {
    failOn.map { severity >= $0 } ?? false
  }
}
