#if Probe
  import Boot
  import Facts
  import Live
  import Rules

  /// What a container's own configuration says: its promises, and what the static rules say of it.
  struct ConfigurationReader: Sendable {
    let rules: RuleEngine?

    /// What was read of the configuration.
    struct Reading: Sendable {
      var stack: Stack
      var promises: Promises
      var results: [RuleResult]
    }

    /// Boots the container on paper and judges it; nil where its files could not be fetched.
    func read(_ fetcher: ConfigurationFetcher) async -> Reading? {
      guard let boot = try? await fetcher.boot() else { return nil }
      guard let facts = try? FactBase.filled(from: boot.stack),
        let promises = try? Promises(facts)
      else { return nil }
      return Reading(
        stack: boot.stack, promises: promises, results: rules?.judge(facts) ?? [])
    }
  }
#endif
