#if Probe
  import Live

  /// Stops a worker, a program and then the container, and sees what comes of it.
  ///
  /// That is done only where it was asked for.
  struct Disruptor: Sendable {
    let engine: EngineClient
    let seat: ContainerSeat

    /// The address of the published port, as `host:port`; nil where none is.
    let port: String?

    /// Disturbs a container; it is started again at the end.
    func disrupt(_ seen: Observation) async -> Disruption {
      var disruption = Disruption()
      await killWorker(seen, &disruption)
      await stopProgram(seen, &disruption)
      // Where nginx stays away, no request can be under way.
      let isReachable = disruption.stoppedProgram == nil || disruption.restartedAfter != nil
      await stopContainer(&disruption, port: isReachable ? port : nil)
      return disruption
    }

    /// A worker that is killed is one that crashed.
    private func killWorker(_ seen: Observation, _ disruption: inout Disruption) async {
      let workers = seen.uwsgiWorkers
      guard let worker = workers.last, seen.processes(.uwsgi).count > 1 else { return }
      disruption.killedWorker = worker.id
      disruption.replacedAfter = await signal("KILL", worker) { now in
        let alive = now.uwsgiWorkers
        return alive.count >= workers.count && !alive.contains { $0.id == worker.id }
      }
    }

    /// nginx is told to end in order: killed, it would leave workers that keep its port.
    private func stopProgram(_ seen: Observation, _ disruption: inout Disruption) async {
      let supervisors = Set(seen.processes(.supervisord).map(\.id))
      let programs = (seen.processes ?? []).filter { supervisors.contains($0.parent) }
      guard let nginx = programs.first(where: { $0.role == .nginxMaster }) else { return }
      disruption.stoppedProgram = nginx
      disruption.restartedAfter = await signal("TERM", nginx) { now in
        now.processes(.nginxMaster).contains { $0.id != nginx.id } && now.hasWorker
      }
    }

    /// How long it took after a signal until all was well again; nil where it never was.
    private func signal(
      _ name: String, _ process: LiveProcess, until isWell: (Observation) -> Bool
    ) async -> Duration? {
      let command = ["/bin/sh", "-c", "kill -\(name) \(process.id)"]
      let start = ContinuousClock.now
      let id = seat.description.id
      guard (try? await engine.run(command, in: id, mostBytes: 4096)) != nil else { return nil }
      while start.duration(to: .now) < longestWait, !Task.isCancelled {
        var now = Observation()
        now.processes = (try? await seat.survey())?.processes
        if isWell(now) { return start.duration(to: .now) }
        try? await Task.sleep(for: .milliseconds(200))
      }
      return nil
    }

    private func stopContainer(_ disruption: inout Disruption, port: String?) async {
      async let inFlight = requestInFlight(at: port)
      try? await Task.sleep(for: headStart)
      let start = ContinuousClock.now
      let isStopped = (try? await engine.stop(seat.description.id, within: longestStop)) != nil
      if isStopped { disruption.stoppedAfter = start.duration(to: .now) }
      disruption.inFlight = await inFlight
      try? await engine.start(seat.description.id)
    }

    /// A request whose last byte comes when the container is already stopping.
    private func requestInFlight(at port: String?) async -> LiveHTTP? {
      guard let port else { return nil }
      var exchange = Exchange(
        address: port,
        bytes: Array(
          "GET / HTTP/1.0\r\nHost: localhost\r\nUser-Agent: dovetail\r\nContent-Length: 2\r\n\r\n."
            .utf8))
      exchange.lateBytes = Array(".".utf8)
      exchange.delay = headStart + .seconds(1)
      return await exchange.run(limits: seat.limits).http(method: "GET", url: "http://\(port)/")
    }
  }

  extension Observation {
    fileprivate var hasWorker: Bool { !processes(.nginxWorker).isEmpty }
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
  private let longestStop = 20
  private let headStart: Duration = .milliseconds(300)
#endif
