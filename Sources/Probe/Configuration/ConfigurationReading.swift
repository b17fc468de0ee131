#if Probe
  import Boot
  import Facts
  import Live
  import Rules
  import SQLite

  /// What a container's own configuration says: its stack, and what that promises.
  struct ConfigurationReading: Sendable {
    var stack: Stack
    var promises: Promises

    /// Boots the container on paper; nil where its files could not be fetched.
    init?(_ fetcher: ConfigurationFetcher) async {
      guard let boot = try? await fetcher.boot(),
        let facts = try? FactBase.filled(from: boot.stack), let promises = try? Promises(facts)
      else { return nil }
      stack = boot.stack
      self.promises = promises
    }

    /// Reads the configuration; a stack whose files cannot be read is judged by what is seen alone.
    static func read(
      _ container: LiveContainer, from seat: any Seat, limits: Limits, into notebook: Notebook
    ) async -> ConfigurationReading? {
      let fetcher = ConfigurationFetcher(seat: seat, container: container)
      let reading = try? await withDeadline(limits.overall / 2) {
        await ConfigurationReading(fetcher)
      }
      guard let reading = reading ?? nil else { return nil }
      notebook.promise(reading.promises)
      return reading
    }

    /// What the rules say of the configuration as it lies in the container, and of what was seen.
    func results(_ rules: RuleEngine, seen: Observation) -> [RuleResult] {
      do {
        return rules.judge(
          try FactBase.filled(from: stack) { facts throws(SQLiteError) in
            try seen.insert(into: &facts)
          })
      } catch {
        return []
      }
    }
  }
#endif
