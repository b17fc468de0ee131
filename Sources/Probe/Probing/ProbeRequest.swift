#if Probe
  package import Live

  /// How a probe is to be made.
  package struct ProbeRequest: Sendable {
    package var limits = Limits()
    package var expectations: [Expectation] = []

    /// How many requests are sent at one time.
    package var concurrency = 4

    /// Until when to wait for a stack that is starting.
    package var wait: Duration = .zero

    package init() {}
  }
#endif
