package import Facts

extension Observation {
  /// Writes what was seen into the `live_*` tables, beside what the configuration promises.
  ///
  /// Secrets of the environment stay out: rules put into messages what they find.
  package func insert(into facts: inout FactBase) {
    let redact = Redaction(environment: container?.environment ?? [])
    facts.insert(containerFacts)
    facts.insert(processFacts(redact))
    facts.insert((sockets ?? []).map(LiveSocketFact.init))
    facts.insert(files.values.sorted { $0.path < $1.path }.map(LiveFileFact.init))
    facts.insert(requestFacts)
    facts.insert((programs ?? []).map(LiveProgramFact.init))
    facts.insert((workers ?? []).map(LiveWorkerFact.init))
    facts.insert(
      log.map {
        LiveLogFact(number: $0.number, stream: $0.stream.rawValue, line: redact($0.text))
      })
  }

  private var containerFacts: [LiveContainerFact] {
    guard let container else { return [] }
    return [
      LiveContainerFact(
        name: container.name, image: container.image, status: container.status.rawValue,
        exitCode: container.status == .running ? nil : container.exitCode,
        restartCount: container.restartCount, isOutOfMemory: container.isOutOfMemory,
        health: container.health?.status, user: container.user)
    ]
  }

  private func processFacts(_ redact: Redaction) -> [LiveProcessFact] {
    (processes ?? []).map { process in
      LiveProcessFact(
        pid: process.id, parentPID: process.parent, role: process.role.rawValue,
        userID: process.userID, groupID: process.groupID, user: knownUserName(process.userID),
        isZombie: process.isZombie, command: redact(process.command.joined(separator: " ")))
    }
  }

  private var requestFacts: [LiveHTTPFact] {
    let direct = requests.direct.sorted { $0.key < $1.key }.map(\.value)
    let named: [(String, [LiveHTTP])] = [
      ("root", [requests.root].compactMap { $0 }), ("direct", direct),
      ("static", requests.statics.map(\.http)), ("traversal", requests.traversal),
      ("concurrent", requests.concurrent), ("expectation", requests.expectations.map(\.http)),
      ("stats", [requests.stats].compactMap { $0 }),
      ("supervisor", [requests.supervisor].compactMap { $0 }),
    ]
    return named.flatMap { purpose, all in all.map { LiveHTTPFact(purpose, $0) } }
  }
}

extension LiveSocketFact {
  fileprivate init(_ socket: LiveSocket) {
    self.init(
      family: socket.family.rawValue, address: socket.address, port: socket.port,
      isListening: socket.isListening, isLoopback: socket.isLoopback)
  }
}

extension LiveFileFact {
  fileprivate init(_ file: LiveFile) {
    let isThere = file.kind != .absent
    self.init(
      path: file.path, kind: file.kind.rawValue, ownerID: isThere ? file.userID : nil,
      groupID: isThere ? file.groupID : nil, mode: isThere ? file.mode : nil)
  }
}

extension LiveHTTPFact {
  fileprivate init(_ purpose: String, _ http: LiveHTTP) {
    self.init(
      purpose: purpose, method: http.method, url: http.url, status: http.answer?.status,
      failure: http.failure?.clause, server: http.answer?.header("Server"),
      bodyLength: http.answer?.body.count, milliseconds: http.elapsed.milliseconds)
  }
}

extension LiveProgramFact {
  fileprivate init(_ program: LiveProgram) {
    self.init(
      name: program.name, programGroup: program.group, state: program.state.rawValue,
      pid: program.pid, exitStatus: program.exitStatus, source: program.source.rawValue)
  }
}

extension LiveWorkerFact {
  fileprivate init(_ worker: LiveWorker) {
    self.init(
      worker: worker.id, pid: worker.pid, status: worker.status, requests: worker.requests,
      exceptions: worker.exceptions)
  }
}
