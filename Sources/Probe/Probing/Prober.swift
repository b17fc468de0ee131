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
      let requesters = Requesters(request.limits)
      do {
        let results = try await probe(targets, requesters, progress: progress)
        try await requesters.shutdown()
        return results
      } catch {
        try? await requesters.shutdown()
        throw error
      }
    }

    private func probe(
      _ targets: [ProbeTarget], _ requesters: Requesters, progress: @escaping Progress
    ) async throws -> [ProbeResult] {
      let outside = targets.contains { target in
        switch target {
        case .container, .project: true
        case .url, .local: false
        }
      }
      let visits: [FinishedVisit]
      if outside {
        visits = try await EngineClient.with(engineAddress, limits: request.limits) { engine in
          let single = try await all(targets) { try await Self.resolved($0, engine) }.joined()
          return try await all(single) { try await patiently($0, engine, requesters, progress) }
        }
      } else {
        visits = try await all(targets) { try await patiently($0, nil, requesters, progress) }
      }
      introduce(visits)
      // Rules only compute: they come when nothing waits for an answer any more.
      let isOneOfMany = visits.count > 1
      return try await all(visits) { visit in
        var result = visit.result(rules)
        result.isOneOfMany = isOneOfMany
        return result
      }
    }

    /// nginx in one container may pass requests to uWSGI in another.
    private func introduce(_ visits: [FinishedVisit]) {
      guard visits.count > 1 else { return }
      let neighbours = visits.compactMap(\.neighbour)
      for visit in visits {
        visit.notebook.note { seen in
          let own = seen.container?.name
          seen.neighbours = neighbours.filter { $0.name != own }
        }
      }
    }

    /// Treats all at one time; the results are in the order of what was given.
    private func all<Input: Sendable, Output: Sendable>(
      _ inputs: some Sequence<Input>, _ body: @escaping @Sendable (Input) async throws -> Output
    ) async throws -> [Output] {
      try await withThrowingTaskGroup(of: (Int, Output).self) { group in
        for (index, input) in inputs.enumerated() {
          group.addTask { (index, try await body(input)) }
        }
        let outputs = try await group.reduce(into: []) { $0.append($1) }
        return outputs.sorted { $0.0 < $1.0 }.map(\.1)
      }
    }

    /// Projects become their containers; a name that is no container may be a project.
    private static func resolved(
      _ target: ProbeTarget, _ engine: EngineClient
    ) async throws -> [ProbeTarget] {
      let project: String
      switch target {
      case .project(let name): project = name
      case .container(let name):
        do {
          _ = try await engine.inspect(name)
          return [target]
        } catch EngineError.noSuchContainer {
          project = name
        }
      case .url, .local: return [target]
      }
      let containers = try await engine.containers(ofProject: project)
      guard !containers.isEmpty else { throw EngineError.noSuchContainer(project) }
      return containers.map { .container($0) }
    }

    /// Probes again while the stack is not ready, as long as there is time to wait.
    private func patiently(
      _ target: ProbeTarget, _ engine: EngineClient?, _ requesters: Requesters,
      _ progress: @escaping Progress
    ) async throws -> FinishedVisit {
      guard request.wait > .zero else {
        return try await probe(target, engine, requesters, progress)
      }
      let start = ContinuousClock.now
      var visit = try await probe(target, engine, requesters) { _, _ in }
      var told: Joint?
      while let cause = visit.brokenJoint, start.duration(to: .now) < request.wait {
        if cause.joint != told { progress(visit.target, cause) }
        told = cause.joint
        // Who is interrupted keeps what was seen before.
        let next = try await uninterrupted {
          try await Task.sleep(for: .seconds(1))
          return try await probe(target, engine, requesters) { _, _ in }
        }
        guard let next else { break }
        visit = next
      }
      for result in visit.notebook.conclude() { progress(visit.target, result) }
      return visit
    }

    /// What a step brings; nil where it was interrupted.
    private func uninterrupted<Result>(_ step: () async throws -> Result) async throws -> Result? {
      do {
        let result = try await step()
        return Task.isCancelled ? nil : result
      } catch {
        guard Task.isCancelled else { throw error }
        return nil
      }
    }

    private func probe(
      _ target: ProbeTarget, _ engine: EngineClient?, _ requesters: Requesters,
      _ progress: @escaping Progress
    ) async throws -> FinishedVisit {
      switch target {
      case .url(let url):
        let notebook = Notebook(Observation()) { progress(url, $0) }
        let visit = Visit(
          seat: nil, files: nil, lookedFor: .zero, requester: requesters.strict, request: request,
          notebook: notebook, outside: .url(url))
        await notebook.within(request.limits.overall) { await visit.take() }
        return FinishedVisit(target: url, notebook: notebook)
      case .container(let name), .project(let name):
        guard let engine else { throw EngineError.noSuchContainer(name) }
        let probe = ContainerProbe(engine: engine, requester: requesters.lenient, request: request)
        return try await probe.run(name, progress: progress)
      case .local:
        return await LocalProbe(requester: requesters.lenient, request: request).run(
          progress: progress)
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
