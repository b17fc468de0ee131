/// A finding that somebody has decided not to hear of.
package struct SuppressedFinding: Sendable {
  /// Who decided.
  package enum Reason: Hashable, Sendable {
    /// A comment in the sources, with what it says.
    case comment(String)

    /// The baseline: it was there before.
    case baseline
  }

  package let finding: Finding
  package let reason: Reason

  package init(_ finding: Finding, reason: Reason) {
    self.finding = finding
    self.reason = reason
  }
}
