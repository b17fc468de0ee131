#if Probe
  import Boot
  import Facts
  import Live
  import Rules

  /// What a container's own configuration says: its files, its stack, and what that promises.
  struct ConfigurationReading: Sendable {
    var files: LiveFileSystem
    var stack: Stack
    var promises: Promises

    /// Boots the container on paper; nil where its files cannot be judged.
    init?(_ look: Look, _ fetcher: ConfigurationFetcher) async {
      files = LiveFileSystem(look)
      stack = await fetcher.boot(&files).stack
      guard let facts = try? FactBase.filled(from: stack), let promises = try? Promises(facts)
      else { return nil }
      self.promises = promises
      await fetcher.fetch(files.unread(promises.pidFiles.map(\.value)), into: files.contents)
    }

    /// Reads the configuration; a stack whose files cannot be read is judged by what is seen alone.
    static func read(
      _ container: LiveContainer, _ look: Look, from seat: any Seat, within limit: Duration,
      into notebook: Notebook
    ) async -> ConfigurationReading? {
      guard !look.listing.files.isEmpty else { return nil }
      let fetcher = ConfigurationFetcher(seat: seat, container: container)
      let reading = try? await withDeadline(limit) { await ConfigurationReading(look, fetcher) }
      guard let reading = reading ?? nil else { return nil }
      notebook.promise(reading.promises)
      notebook.note { $0.look(at: reading.files, for: reading.promises) }
      return reading
    }

    /// What the rules say of the configuration as it lies in the container, and of what was seen.
    func results(_ rules: RuleEngine, seen: Observation) -> [RuleResult] {
      do {
        return rules.judge(
          try FactBase.filled(from: stack, addMore: { seen.insert(into: &$0) }))
      } catch {
        return []
      }
    }
  }
#endif
