import Rules

/// Which broken joint is the cause, and which ones follow from it.
package struct Diagnosis: Sendable {
  package var results: [JointResult]

  /// The first joint whose break is an error; nil where the stack works.
  package var cause: Joint?

  package init(_ results: [JointResult]) {
    self.results = results
    cause = results.first { Self.severity(of: $0) == .error }?.joint
  }

  /// Whether a break adds nothing to the one that came before it on the way.
  ///
  /// A joint may be broken for a reason of its own: only what needs a broken joint follows from it.
  package func origin(of result: JointResult) -> Joint? {
    results.first { other in
      Self.severity(of: other) == .error && result.joint.follows(from: other.joint)
    }?.joint
  }

  private static func severity(of result: JointResult) -> Severity? {
    result.breaks.map { $0.severity ?? result.joint.rule.severity }.max()
  }
}
