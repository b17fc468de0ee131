#if Probe
  import Boot
  import Image
  import Live
  import Rules
  import SourceText

  /// Probes one container through its engine.
  struct ContainerProbe: Sendable {
    let engine: EngineClient
    let requester: HTTPRequester
    let request: ProbeRequest

    /// Looks at everything, within the overall limit.
    ///
    /// - Throws: `EngineError` where the container cannot be inspected.
    func run(_ name: String, progress: @escaping Prober.Progress) async throws -> FinishedVisit {
      let start = ContinuousClock.now
      let description = try await engine.inspect(name)
      let container = container(description)
      let notebook = Notebook(Observation(of: container), since: start) {
        progress(container.name, $0)
      }
      notebook.decide(
        [.containerNotRunning, .containerRestarting], after: start.duration(to: .now))
      let seat = ContainerSeat(engine: engine, description: description, limits: request.limits)
      defer { seat.shell.close() }
      let (reading, lookedFor) = await read(container, seat, notebook)
      let left = request.limits.overall - start.duration(to: .now)
      let isRunning = container.status == .running
      await notebook.within(max(left, request.limits.request)) {
        if isRunning {
          await visit(seat, reading?.files, lookedFor, notebook).take()
        } else {
          notebook.note { $0.blindness = "the container does not run" }
          if let log = try? await seat.log() { notebook.note { $0.log = log } }
        }
      }
      await notebook.within(request.limits.request) {
        await compare(reading?.files, with: seat, notebook)
        await lookAgain(before: container, at: seat, notebook)
      }
      if request.isDisruptive, isRunning {
        await disturb(seat, notebook)
      }
      notebook.decide([.containerUnhealthy], after: .zero)
      return FinishedVisit(target: container.name, notebook: notebook, reading: reading)
    }

    private func container(_ description: ContainerDescription) -> LiveContainer {
      var container = description.container
      container.cores = engine.cores
      return container
    }

    /// Looks around in the container, which takes a time, and reads its configuration.
    private func read(
      _ container: LiveContainer, _ seat: ContainerSeat, _ notebook: Notebook
    ) async -> (ConfigurationReading?, lookedFor: Duration) {
      let start = ContinuousClock.now
      let limit = request.limits.overall / 2
      guard let look = try? await withDeadline(limit, { await seat.look() }) else {
        notebook.note { $0.blindness = "to look around took longer than \(limit.brief)" }
        return (nil, limit)
      }
      let lookedFor = start.duration(to: .now)
      notebook.note { $0.take(look) }
      let reading = await ConfigurationReading.read(
        container, look, from: seat, within: limit / 2, into: notebook)
      return (reading, lookedFor)
    }

    private func disturb(_ seat: ContainerSeat, _ notebook: Notebook) async {
      let start = ContinuousClock.now
      let outside = Origin.container(engineHost: engine.address.publishedHost)
      let port = outside.text(notebook.judge)?.split(separator: "/").last.map(String.init)
      let disruptor = Disruptor(engine: engine, seat: seat, port: port)
      let disruption = await disruptor.disrupt(notebook.seen)
      notebook.note { $0.disruption = disruption }
      notebook.decide(
        [.workerNotReplaced, .programNotRestarted, .stopTooSlow],
        after: start.duration(to: .now))
    }

    private func visit(
      _ seat: ContainerSeat, _ files: LiveFileSystem?, _ lookedFor: Duration, _ notebook: Notebook
    ) -> Visit {
      Visit(
        seat: seat, files: files, lookedFor: lookedFor, requester: requester, request: request,
        notebook: notebook, outside: .container(engineHost: engine.address.publishedHost))
    }

    /// Compares the files of the source folder with what lies in the container.
    private func compare(
      _ files: LiveFileSystem?, with seat: ContainerSeat, _ notebook: Notebook
    ) async {
      guard let source = request.source, let image = files?.image else { return }
      let start = ContinuousClock.now
      var drift: [Drift] = []
      let real = { (path: String) in image.tree.realPath(of: path) ?? path }
      let contents = await seat.contents(of: source.map { real($0.path) })
      for file in source {
        guard let origin = file.origin else { continue }
        switch image.node(at: file.path) {
        case .unknown: continue
        case .absent: drift.append(Drift(path: file.path, origin: origin, isThere: false))
        case .present:
          guard let content = contents[real(file.path)] else { continue }
          if content != file.bytes {
            drift.append(Drift(path: file.path, origin: origin, isThere: true))
          }
        }
      }
      notebook.note { $0.drift = drift }
      notebook.decide([.configurationDrifted], after: start.duration(to: .now))
    }

    /// A container that ended while it was looked at explains whatever was seen amiss.
    private func lookAgain(
      before: LiveContainer, at seat: ContainerSeat, _ notebook: Notebook
    ) async {
      do {
        var after = container(try await engine.inspect(before.id))
        after.endedWhileProbed = before.status == .running && after.status != .running
        let container = after
        notebook.note { $0.container = container }
        // Its last words came after the others.
        if after.endedWhileProbed, let log = try? await seat.log() {
          notebook.note { $0.log = log }
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
