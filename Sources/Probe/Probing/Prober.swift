#if Probe
  import AsyncHTTPClient
  package import Live
  package import Rules

  /// Probes targets, each within its limits, all at one time.
  package struct Prober: Sendable {
    private let engineAddress: EngineAddress
    private let request: ProbeRequest
    private let rules: RuleEngine?

    /// Makes a prober; the rules judge the configuration as it lies in the containers.
    package init(engineAddress: EngineAddress, request: ProbeRequest, rules: RuleEngine?) {
      self.engineAddress = engineAddress
      self.request = request
      self.rules = rules
    }

    /// Called for each joint as it is decided, with the target's name.
    package typealias Progress = @Sendable (String, JointResult) -> Void

    /// Probes all targets; the results are in the targets' order.
    ///
    /// - Throws: `EngineError` where the engine cannot be asked, or knows no such container.
    package func probe(
      _ targets: [ProbeTarget], progress: @escaping Progress
    ) async throws -> [ProbeResult] {
      let client = HTTPRequester.makeClient(request.limits)
      let requester = HTTPRequester(client, limits: request.limits)
      do {
        let results = try await probe(targets, requester, progress: progress)
        try await client.shutdown()
        return results
      } catch {
        try? await client.shutdown()
        throw error
      }
    }

    private func probe(
      _ targets: [ProbeTarget], _ requester: HTTPRequester, progress: @escaping Progress
    ) async throws -> [ProbeResult] {
      let outside = targets.contains { target in
        switch target {
        case .container, .project: true
        case .url, .local: false
        }
      }
      let visits: [ContainerVisit]
      if outside {
        visits = try await EngineClient.with(engineAddress, limits: request.limits) { engine in
          let single = try await Self.resolved(targets, engine)
          return try await all(single) { try await patiently($0, engine, requester, progress) }
        }
      } else {
        visits = try await all(targets) { try await patiently($0, nil, requester, progress) }
      }
      return visits.map(withRules)
    }

    /// Rules only compute: they come when nothing waits for an answer any more.
    private func withRules(_ visit: ContainerVisit) -> ProbeResult {
      var result = visit.result
      if let rules, let reading = visit.reading {
        result.staticResults = reading.results(rules, seen: result.seen)
      }
      return result
    }

    private func all(
      _ targets: [ProbeTarget],
      _ body: @escaping @Sendable (ProbeTarget) async throws -> ContainerVisit
    ) async throws -> [ContainerVisit] {
      try await withThrowingTaskGroup(of: (Int, ContainerVisit).self) { group in
        for (index, target) in targets.enumerated() {
          group.addTask { (index, try await body(target)) }
        }
        let visits = try await group.reduce(into: []) { $0.append($1) }
        return visits.sorted { $0.0 < $1.0 }.map(\.1)
      }
    }

    /// Projects become their containers; a name that is no container may be a project.
    private static func resolved(
      _ targets: [ProbeTarget], _ engine: EngineClient
    ) async throws -> [ProbeTarget] {
      var resolved: [ProbeTarget] = []
      for target in targets {
        switch target {
        case .project(let name):
          let containers = try await engine.containers(ofProject: name)
          guard !containers.isEmpty else { throw EngineError.noSuchContainer(name) }
          resolved += containers.map { .container($0) }
        case .container(let name):
          do {
            _ = try await engine.inspect(name)
            resolved.append(target)
          } catch EngineError.noSuchContainer {
            let containers = try await engine.containers(ofProject: name)
            guard !containers.isEmpty else { throw EngineError.noSuchContainer(name) }
            resolved += containers.map { .container($0) }
          }
        case .url, .local: resolved.append(target)
        }
      }
      return resolved
    }

    /// Probes again while the stack is not ready, as long as there is time to wait.
    private func patiently(
      _ target: ProbeTarget, _ engine: EngineClient?, _ requester: HTTPRequester,
      _ progress: @escaping Progress
    ) async throws -> ContainerVisit {
      guard request.wait > .zero else {
        return try await probe(target, engine, requester, progress)
      }
      let start = ContinuousClock.now
      var visit = try await probe(target, engine, requester) { _, _ in }
      while visit.result.diagnosis.cause != nil, start.duration(to: .now) < request.wait,
        !Task.isCancelled
      {
        try? await Task.sleep(for: .seconds(1))
        visit = try await probe(target, engine, requester) { _, _ in }
      }
      for result in visit.result.diagnosis.results { progress(visit.result.target, result) }
      return visit
    }

    private func probe(
      _ target: ProbeTarget, _ engine: EngineClient?, _ requester: HTTPRequester,
      _ progress: @escaping Progress
    ) async throws -> ContainerVisit {
      switch target {
      case .url(let url):
        let notebook = Notebook(Observation()) { progress(url, $0) }
        let visit = Visit(
          seat: nil, requester: requester, request: request, notebook: notebook, origin: url)
        await notebook.within(request.limits.overall) { await visit.take() }
        return ContainerVisit(
          result: ProbeResult(target: url, seen: notebook.seen, results: notebook.conclude()))
      case .container(let name), .project(let name):
        guard let engine else { throw EngineError.noSuchContainer(name) }
        let probe = ContainerProbe(engine: engine, requester: requester, request: request)
        return try await probe.run(name, progress: progress)
      case .local:
        return await LocalProbe(requester: requester, request: request).run(progress: progress)
      }
    }
  }

  extension Notebook {
    /// Runs the steps of a probe within a limit; what was seen by then stands.
    func within(_ limit: Duration, _ body: @escaping @Sendable () async -> Void) async {
      do {
        try await withDeadline(limit) { await body() }
      } catch is DeadlineExceeded {
        note { $0.blindness = $0.blindness ?? "the limit of \(limit.brief) was reached" }
      } catch {
        note { $0.blindness = $0.blindness ?? "the probe was interrupted" }
      }
    }
  }
#endif
