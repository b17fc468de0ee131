#if Probe
  /// How long and how much the probe takes at most.
  package struct Limits: Sendable {
    package var connect: Duration = .seconds(2)

    /// From sending a request to the end of its answer.
    package var request: Duration = .seconds(5)

    /// For one target, everything included.
    package var overall: Duration = .seconds(30)

    /// How much of a body is read.
    package var bodyBytes = 1 << 20

    /// How much of a log is read.
    package var logBytes = 4 << 20
    package var logLines = 2000

    package init() {}
  }
#endif
