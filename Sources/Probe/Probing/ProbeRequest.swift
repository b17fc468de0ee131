#if Probe
  package import Settings
  package import SourceText

  /// How a probe is to be made.
  package struct ProbeRequest: Sendable {
    package var limits = Limits()
    package var expectations: [Expectation] = []

    /// How many requests are sent at one time.
    package var concurrency = 4

    /// Until when to wait for a stack that is starting.
    package var wait: Duration = .zero

    /// The files that the container should have, by its paths: nil where nothing says so.
    package var source: [SourceFile]?

    /// Whether a worker and the container itself may be stopped.
    package var isDisruptive = false

    package init() {}
  }
#endif
