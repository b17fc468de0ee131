extension Judge {
  func containerNotRunning() -> JointResult.Verdict {
    guard let container = seen.container else { return nothingRuns() }
    switch container.status {
    case .running: return .holds("\(container.name) runs")
    case .restarting: return .unobservable("the container is between two starts")
    case .paused: return .broken([JointBreak("the container is paused", subject: container.name)])
    case .created, .removing, .dead, .exited, .unknown: break
    }
    return .broken([ended(container)])
  }

  /// Who probes a machine expects a stack there.
  private func nothingRuns() -> JointResult.Verdict {
    guard let processes = seen.processes, processes.allSatisfy({ $0.role == .other }) else {
      return .unobservable("the target is no container")
    }
    return .broken([JointBreak("neither supervisord nor nginx nor uWSGI runs here")])
  }

  private func ended(_ container: LiveContainer) -> JointBreak {
    let evidence =
      [Evidence(.container, container.evidence)]
      + seen.log.suffix(3).map { Evidence(.log, $0.evidence) }
    if container.status == .created || !container.error.isEmpty {
      let why = container.error.isEmpty ? "it was never started" : container.error
      return JointBreak("the container does not run: \(why)", evidence: evidence)
    }
    if container.isOutOfMemory {
      return JointBreak("the container was killed: it ran out of memory", evidence: evidence)
    }
    // An entrypoint may stop the others where one of them fails: then the failure tells more.
    if container.exitCode == 0 || explanation(of: .containerNotRunning) == nil,
      let line = seen.log.last(where: { line in stopSigns.contains { line.text.contains($0) } })
    {
      return JointBreak(
        "the container was told to stop, and ended with status \(container.exitCode)",
        evidence: [Evidence(.log, line.evidence)] + evidence, fix: "Start it again")
    }
    let when = container.endedWhileProbed ? " while it was probed," : ""
    var found = explained(
      .containerNotRunning, "the container ended\(when) with status \(container.exitCode)",
      evidence: evidence)
    if found.fix == nil, container.exitCode == 0,
      container.command.contains(where: { $0.hasSuffix("supervisord") })
    {
      found.message += ": supervisord went to the background, and the container ended with it"
      found.fix = "Set `nodaemon=true` in `[supervisord]`, or start it with `-n`"
    }
    return found
  }

  func containerRestarting() -> JointResult.Verdict {
    guard let container = seen.container else { return .unobservable("the target is no container") }
    guard container.status == .restarting || container.restartCount > 0 else {
      return .holds("never started again")
    }
    let message = "the engine has started the container again \(container.restartCount) times"
    return .broken([
      explained(
        .containerNotRunning, message, evidence: [Evidence(.container, container.evidence)])
    ])
  }

  func containerUnhealthy() -> JointResult.Verdict {
    guard let container = seen.container else { return .unobservable("the target is no container") }
    guard let health = container.health else { return .unobservable("it has no health check") }
    guard health.status == "unhealthy" else { return .holds(health.status) }
    let output = health.output.split(separator: "\n").first.map { ": \($0)" } ?? ""
    return .broken([
      JointBreak(
        "the health check fails\(output)", evidence: [Evidence(.container, container.evidence)])
    ])
  }

  func programNotRunning() -> JointResult.Verdict {
    guard let programs = seen.programs else {
      if seen.processes == nil, seen.log.isEmpty { return unseen("supervisord") }
      return .unobservable("no supervisord was seen")
    }
    let breaks = programs.compactMap(notRunning)
    let source = programs.first?.source.rawValue ?? "log"
    return verdict(
      breaks, holds: "\(programs.map(\.fullName).joined(separator: ", ")) (by \(source))")
  }

  private func notRunning(_ program: LiveProgram) -> JointBreak? {
    let attempts = seen.log.count { $0.text.contains("exited: \(program.name) (") }
    switch program.state {
    case .running, .stopping: return nil
    case .starting where attempts == 0: return nil
    case .exited where program.exitStatus == 0 && !program.problem.contains("not expected"):
      return nil
    case .starting, .backoff, .exited, .fatal, .stopped, .unknown: break
    }
    let why = program.problem.isEmpty ? "" : " (\(program.problem))"
    return explained(
      .programNotRunning, "the program `\(program.fullName)` is \(program.state.rawValue)\(why)",
      subject: program.fullName, evidence: [Evidence(.program, program.evidence)],
      where: { Self.isLine($0, of: program) })
  }

  /// nginx's errors never explain another program's end, nor others' lines nginx's.
  private static func isLine(_ line: String, of program: LiveProgram) -> Bool {
    if line.contains("exited: ") || line.contains("gave up: ") || line.contains("spawnerr: ") {
      return line.contains(": \(program.name) ")
    }
    return line.contains("[emerg]") == program.name.contains("nginx")
  }
}

extension LiveContainer {
  /// The container as the probe's report shows it; its environment stays out.
  package var evidence: String {
    let ports = publishedPorts.map { "\($0.hostAddress):\($0.hostPort)->\($0.containerPort)" }
    return "\(name) \(status.rawValue) exit=\(exitCode) restarts=\(restartCount) image=\(image) "
      + "ports=\(ports.joined(separator: ",")) health=\(health?.status ?? "none")"
  }
}

extension LiveProgram {
  /// The program as the probe's report shows it.
  package var evidence: String {
    let pid = pid.map { " pid=\($0)" } ?? ""
    let exit = exitStatus.map { " exit=\($0)" } ?? ""
    return "\(fullName) \(state.rawValue)\(pid)\(exit) \(problem) (\(source.rawValue))"
  }
}

// What supervisord, uWSGI and nginx say when somebody stops them.
private let stopSigns = [
  "indicating exit request", "SIGINT/SIGTERM received", "(SIGTERM) received", "(SIGQUIT) received",
]
