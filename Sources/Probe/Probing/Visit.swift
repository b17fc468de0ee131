#if Probe
  import Live

  /// One look at one stack: the steps of a probe, each of which decides its joints.
  struct Visit: Sendable {
    let seat: (any Seat)?

    /// The files beside it; nil where they could not be listed.
    let files: LiveFileSystem?

    /// How long it took to look around.
    let lookedFor: Duration
    let requester: HTTPRequester
    let request: ProbeRequest
    let notebook: Notebook

    /// How it is reached from outside.
    let outside: Origin

    /// What its URLs begin with; nil where nothing can be asked from outside.
    var origin: String? { outside.text(notebook.judge) }

    /// Takes all steps; whatever fails leaves the rest unobserved.
    func take() async {
      await readLog()
      note { $0.oldLogLines = $0.log.count < request.limits.logLines ? $0.log.count : nil }
      let spoken = spokenAddresses
      let spokeFor = await timed([.programNotRunning]) { await speak(to: spoken) }
      notebook.decide([.nginxNotRunning, .uwsgiNotRunning], after: lookedFor)
      notebook.decide(
        [.processUserUnexpected, .workerAsRoot, .workerCountUnexpected, .pidFileStale], after: .zero
      )
      await timed([.portUnanswering, .requestNotAnswered, .versionDisclosed]) { await askRoot() }
      await timed([.upstreamSocketMissing, .socketOwnerUnexpected, .upstreamSocketForbidden]) {
        await readLog()
      }
      await timed([.uwsgiUnanswering, .applicationNotLoaded, .statsUnanswering], and: spokeFor) {
        await speakAgain(besides: spoken)
      }
      await timed([.requestsSerialised]) { await askAtOneTime() }
      await timed([.staticFileWrong, .pathEscapes]) { await askForFiles() }
      await timed([.expectationUnmet]) { await askExpectations() }
      await timed([.failureInLog]) { await readLog() }
    }

    /// Notes what was seen; who was interrupted has seen nothing.
    func note(_ change: (inout Observation) -> Void) {
      guard !Task.isCancelled else { return }
      notebook.note(change)
    }

    /// Takes a step and decides joints by it, which took its time and that of an earlier one.
    @discardableResult
    private func timed(
      _ joints: [Joint], and earlier: Duration = .zero, _ step: () async -> Void
    ) async -> Duration {
      guard !Task.isCancelled else { return .zero }
      let start = ContinuousClock.now
      await step()
      let elapsed = start.duration(to: .now)
      notebook.decide(joints, after: earlier + elapsed)
      return elapsed
    }

    private func readLog() async {
      guard let seat, let log = try? await seat.log() else { return }
      note { $0.log = log }
    }

    private func askRoot() async {
      let asked = notebook.judge.askedPort
      let isPublished = asked?.published != nil || notebook.seen.container == nil
      if let origin {
        let root = await requester.send(Self.root(origin), followsRedirects: true)
        note {
          $0.requests.root = root
          $0.requests.isPublished = isPublished
        }
        if isPublished || root.answer != nil { return }
        note { $0.requests.isReachable = false }
      }
      guard let seat, notebook.seen.container != nil, let asked, !asked.hasTLS else { return }
      await askInside(seat, port: asked.port)
    }

    /// Asks from within the container, where no way leads in from outside.
    private func askInside(_ seat: any Seat, port: Int) async {
      let call = Exchange(address: "127.0.0.1:\(port)", bytes: Array(Self.plainRequest.utf8))
      guard let result = try? await seat.exchange([call], survey: notebook.survey).first else {
        return
      }
      note { seen in
        seen.requests.isPublished = false
        seen.requests.root = result.http(method: "GET", url: "http://127.0.0.1:\(port)/")
      }
    }

    private static func root(_ origin: String) -> HTTPRequester.Request {
      HTTPRequester.Request("\(origin)/")
    }

    // HTTP/1.0, so that the answer comes without chunks and ends with the connection.
    static let plainRequest =
      "GET / HTTP/1.0\r\nHost: localhost\r\nUser-Agent: dovetail\r\n\r\n"

    private func askAtOneTime() async {
      guard let origin, notebook.seen.requests.root?.answer != nil else { return }
      let answers = await withTaskGroup(of: LiveHTTP.self) { group in
        for _ in 0..<request.concurrency {
          group.addTask { await requester.send(Self.root(origin), followsRedirects: true) }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      note { $0.requests.concurrent = answers }
    }

    private func askExpectations() async {
      guard let origin else { return }
      for expectation in request.expectations {
        let result = await ExpectationRunner(requester: requester, origin: origin).run(expectation)
        note { $0.requests.expectations.append(result) }
      }
    }
  }
#endif
