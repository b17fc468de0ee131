#if Probe
  import Live

  /// Stops a worker and then the container, and sees what comes of it: only where that was asked for.
  struct Disruptor: Sendable {
    let engine: EngineClient
    let seat: ContainerSeat
    let requester: HTTPRequester
    let origin: String?

    /// Disturbs a healthy container; it is started again at the end.
    func disrupt(_ seen: Observation) async -> Disruption {
      var disruption = Disruption()
      let workers = seen.uwsgiWorkers
      if let worker = workers.last, workers.count > 1 || seen.processes(.uwsgi).count > 1 {
        disruption.killedWorker = worker.id
        disruption.replacedAfter = await replacement(of: worker.id, count: workers.count)
      }
      await stop(&disruption)
      return disruption
    }

    private func replacement(of pid: Int, count: Int) async -> Duration? {
      let kill = ["/bin/sh", "-c", "kill -9 \(pid)"]
      let id = seat.description.id
      let start = ContinuousClock.now
      guard (try? await engine.run(kill, in: id, limits: seat.limits)) != nil else { return nil }
      while start.duration(to: .now) < longestWait {
        var seen = Observation()
        seen.processes = (try? await seat.survey(paths: []))?.processes
        let alive = seen.uwsgiWorkers
        if alive.count >= count, !alive.contains(where: { $0.id == pid }) {
          return start.duration(to: .now)
        }
        try? await Task.sleep(for: .milliseconds(200))
      }
      return nil
    }

    private func stop(_ disruption: inout Disruption) async {
      let start = ContinuousClock.now
      async let inFlight = requestsInFlight()
      let isStopped = (try? await engine.stop(seat.description.id, within: 30)) != nil
      if isStopped { disruption.stoppedAfter = start.duration(to: .now) }
      disruption.inFlight = await inFlight
      try? await engine.start(seat.description.id)
    }

    private func requestsInFlight() async -> [LiveHTTP] {
      guard let origin else { return [] }
      return [await requester.send(.init(origin))]
    }
  }

  extension EngineClient {
    /// Stops a container, which is killed after so many seconds.
    func stop(_ container: String, within seconds: Int) async throws {
      _ = try await bytes("/containers/\(container)/stop?t=\(seconds)", method: "POST")
    }

    func start(_ container: String) async throws {
      _ = try await bytes("/containers/\(container)/start", method: "POST")
    }
  }

  private let longestWait: Duration = .seconds(15)
#endif
