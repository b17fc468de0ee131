package import Rules

/// All that a run has to say.
package struct Report: Sendable {
  /// One verdict for each stack, in the order in which they were asked for.
  package var verdicts: [Verdict]

  /// A picture of each stack, for the formats that show them; empty, or as many as verdicts.
  package var pictures: [Picture] = []

  /// Why the run could not end, if it could not; the verdicts are then what was known by that time.
  package var failure: String?

  /// When the run began, as `2026-11-22T15:44:00`, in UTC; reports leave out what they do not know.
  package var timestamp: String?

  /// How long the run took, in milliseconds.
  package var milliseconds: Int?

  /// The version of Dovetail.
  package var toolVersion: String?

  package init(
    _ verdicts: [Verdict],
    failure: String? = nil,
    timestamp: String? = nil,
    milliseconds: Int? = nil,
    toolVersion: String? = nil
  ) {
    self.verdicts = verdicts
    self.failure = failure
    self.timestamp = timestamp
    self.milliseconds = milliseconds
    self.toolVersion = toolVersion
  }

  /// How many findings there are.
  package var tally: Tally {
    var tally = Tally()
    for verdict in verdicts {
      tally.suppressed += verdict.suppressed.count
      for result in verdict.results {
        tally.add(result)
      }
    }
    return tally
  }
}
