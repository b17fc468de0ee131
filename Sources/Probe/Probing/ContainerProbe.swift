#if Probe
  import Boot
  import Live
  import Rules
  import SourceText

  /// What a look at a container brought.
  struct ContainerVisit: Sendable {
    var result: ProbeResult
    var reading: ConfigurationReading?
  }

  /// Probes one container through its engine.
  struct ContainerProbe: Sendable {
    let engine: EngineClient
    let requester: HTTPRequester
    let request: ProbeRequest

    /// Looks at everything, within the overall limit.
    ///
    /// - Throws: `EngineError` where the container cannot be inspected.
    func run(_ name: String, progress: @escaping Prober.Progress) async throws -> ContainerVisit {
      let start = ContinuousClock.now
      let description = try await engine.inspect(name)
      var seen = Observation()
      var inspected = description.container
      inspected.cores = try? await withDeadline(request.limits.request) {
        try await engine.cores()
      }
      let container = inspected
      seen.container = container
      let notebook = Notebook(seen) { progress(container.name, $0) }
      notebook.decide(
        [.containerNotRunning, .containerRestarting], after: start.duration(to: .now))
      let seat = ContainerSeat(engine: engine, description: description, limits: request.limits)
      let reading = await ConfigurationReading.read(
        container, from: seat, limits: request.limits, into: notebook)
      let left = request.limits.overall - start.duration(to: .now)
      await notebook.within(max(left, request.limits.request)) {
        if container.status == .running {
          await visit(seat, container, notebook).take()
        } else {
          notebook.note { $0.blindness = "the container does not run" }
        }
        if let log = try? await seat.log() { notebook.note { $0.log = log } }
      }
      await notebook.within(request.limits.request) {
        await compare(with: seat, notebook)
        await lookAgain(before: container, notebook)
      }
      if request.isDisruptive, container.status == .running {
        let origin = Self.origin(container, engine)
        let disruptor = Disruptor(
          engine: engine, seat: seat, requester: requester, origin: origin)
        let disruption = await disruptor.disrupt(notebook.seen)
        notebook.note { $0.disruption = disruption }
        notebook.decide([.workerNotReplaced, .stopTooSlow], after: .zero)
      }
      notebook.decide([.containerUnhealthy], after: .zero)
      return ContainerVisit(
        result: ProbeResult(
          target: container.name, seen: notebook.seen, results: notebook.conclude(),
          sources: reading?.stack.sources ?? SourceFiles()),
        reading: reading)
    }

    private func visit(
      _ seat: ContainerSeat, _ container: LiveContainer, _ notebook: Notebook
    ) -> Visit {
      Visit(
        seat: seat, requester: requester, request: request, notebook: notebook,
        origin: Self.origin(container, engine))
    }

    /// What URLs of the first published port begin with.
    private static func origin(_ container: LiveContainer, _ engine: EngineClient) -> String? {
      container.publishedPorts.first.map {
        "http://\(engine.address.publishedHost):\($0.hostPort)"
      }
    }

    /// Compares the files of the source folder with what lies in the container.
    private func compare(with seat: ContainerSeat, _ notebook: Notebook) async {
      guard let source = request.source else { return }
      let start = ContinuousClock.now
      var drift: [Drift] = []
      for file in source {
        guard let origin = file.origin, let node = try? await seat.node(at: file.path) else {
          continue
        }
        if case .file(let bytes) = node, bytes == file.bytes { continue }
        if case .link = node { continue }
        let isThere = if case .absent = node { false } else { true }
        drift.append(Drift(path: file.path, origin: origin, isThere: isThere))
      }
      notebook.note { $0.drift = drift }
      notebook.decide([.configurationDrifted], after: start.duration(to: .now))
    }

    /// A container that ended while it was looked at explains whatever was seen amiss.
    private func lookAgain(before: LiveContainer, _ notebook: Notebook) async {
      do {
        let after = try await engine.inspect(before.id).container
        notebook.note { seen in
          seen.container = after
          if before.status == .running, after.status != .running, after.error.isEmpty {
            seen.container?.error = "it ended while it was probed, with status \(after.exitCode)"
          }
        }
      } catch EngineError.noSuchContainer {
        notebook.note { seen in
          seen.container?.status = .removing
          seen.container?.error = "it was removed while it was probed"
        }
      } catch {
        // An engine that does not answer now says nothing against what it said before.
      }
    }
  }
#endif
