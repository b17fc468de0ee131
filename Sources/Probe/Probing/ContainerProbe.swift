#if Probe
  import Boot
  import Live
  import Rules
  import SourceText

  /// Probes one container through its engine.
  struct ContainerProbe: Sendable {
    let engine: EngineClient
    let requester: HTTPRequester
    let request: ProbeRequest
    let rules: RuleEngine?

    /// - Throws: `EngineError` where the container cannot be inspected.
    func run(_ name: String, progress: @escaping Prober.Progress) async throws -> ProbeResult {
      let start = ContinuousClock.now
      let description = try await engine.inspect(name)
      var seen = Observation()
      let container = description.container
      seen.container = container
      let notebook = Notebook(seen) { progress(container.name, $0) }
      notebook.decide(
        [.containerNotRunning, .containerRestarting], after: start.duration(to: .now))
      let reading = await configuration(container, notebook)
      let seat = ContainerSeat(engine: engine, description: description, limits: request.limits)
      await notebook.within(request.limits.overall) {
        if container.status == .running {
          await visit(seat, container, notebook).take()
        } else {
          notebook.note { $0.blindness = "the container does not run" }
        }
        if let log = try? await seat.log() { notebook.note { $0.log = log } }
      }
      await lookAgain(name, before: container, notebook)
      notebook.decide([.containerUnhealthy], after: .zero)
      return ProbeResult(
        target: container.name, seen: notebook.seen, results: notebook.conclude(),
        sources: reading?.stack.sources ?? SourceFiles(), staticResults: reading?.results ?? [])
    }

    /// A stack whose files cannot be read is judged by what is seen alone.
    private func configuration(
      _ container: LiveContainer, _ notebook: Notebook
    ) async -> ConfigurationReader.Reading? {
      let fetcher = ConfigurationFetcher(engine: engine, container: container)
      let reader = ConfigurationReader(rules: rules)
      let reading = try? await withDeadline(request.limits.overall) { await reader.read(fetcher) }
      if let reading = reading ?? nil { notebook.promise(reading.promises) }
      return reading ?? nil
    }

    private func visit(
      _ seat: ContainerSeat, _ container: LiveContainer, _ notebook: Notebook
    ) -> Visit {
      let origin = container.publishedPorts.first.map {
        "http://\(engine.address.publishedHost):\($0.hostPort)"
      }
      return Visit(
        seat: seat, requester: requester, request: request, notebook: notebook, origin: origin)
    }

    /// A container that ended while it was looked at explains whatever was seen amiss.
    private func lookAgain(
      _ name: String, before: LiveContainer, _ notebook: Notebook
    ) async {
      guard let after = try? await engine.inspect(before.id).container else {
        notebook.note { seen in
          seen.container?.status = .removing
          seen.container?.error = "it was removed while it was probed"
        }
        return
      }
      notebook.note { seen in
        seen.container = after
        if before.status == .running, after.status != .running, after.error.isEmpty {
          seen.container?.error = "it ended while it was probed, with status \(after.exitCode)"
        }
      }
    }
  }
#endif
