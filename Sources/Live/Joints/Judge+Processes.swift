import Rules

extension Judge {
  func nginxNotRunning() -> JointResult.Verdict {
    guard seen.processes != nil else { return unseen("the processes") }
    let masters = seen.processes(.nginxMaster)
    let workers = seen.processes(.nginxWorker)
    if masters.isEmpty, workers.isEmpty {
      guard isExpected("nginx", promises.startsNginx) else { return nginxLeftOut() }
      return .broken([
        explained(
          .nginxNotRunning, "nginx does not run", subject: "nginx", evidence: allProcesses,
          where: { $0.contains("[emerg]") })
      ])
    }
    if workers.isEmpty {
      return .broken([
        explained(
          .nginxNotRunning, "nginx has a master and no worker", subject: "nginx",
          evidence: allProcesses)
      ])
    }
    return .holds("\(masters.count) master, \(workers.count) workers")
  }

  func uwsgiNotRunning() -> JointResult.Verdict {
    guard seen.processes != nil else { return unseen("the processes") }
    let all = seen.processes(.uwsgi)
    if all.isEmpty {
      guard isExpected("uwsgi", promises.startsUwsgi) else { return uwsgiLeftOut() }
      return .broken([
        explained(
          .uwsgiNotRunning, "uWSGI does not run", subject: "uwsgi", evidence: allProcesses,
          where: { !$0.contains("[emerg]") })
      ])
    }
    if all.count == 1, let (failure, line) = explanation(of: .uwsgiNotRunning),
      line.text.contains("no-workers")
    {
      return .broken([
        JointBreak(
          failure.meaning, subject: "uwsgi",
          evidence: [Evidence(.log, line.evidence)] + processes(all), fix: failure.fix)
      ])
    }
    return .holds("\(all.count) processes")
  }

  /// Nothing starts nginx: that is right where uWSGI speaks HTTP itself, or no port waits for anyone.
  private func nginxLeftOut() -> JointResult.Verdict {
    let sockets = promises.uwsgiSockets.map(\.value.speech)
    let listens = (seen.sockets ?? []).contains {
      $0.isListening && $0.port != nil && !$0.isLoopback
    }
    guard let port = seen.container?.publishedPorts.first, seen.sockets != nil, !listens,
      sockets.contains(.uwsgi), sockets.allSatisfy({ $0 == .uwsgi }),
      seen.files[Observation.nginxProgram]?.kind == .file
    else { return .unobservable("no nginx belongs to this container") }
    return .broken([
      JointBreak(
        "port \(port.containerPort) is published, uWSGI speaks no HTTP, and there is no nginx",
        subject: "nginx", evidence: allProcesses,
        fix: "Start nginx by the first process, or as a program of supervisord")
    ])
  }

  /// Nothing starts uWSGI: that is right where nginx passes it no requests in this container.
  private func uwsgiLeftOut() -> JointResult.Verdict {
    let waiting = promises.upstreams.first { upstream in
      guard upstream.value.speech == .uwsgi,
        case .some(.none) = seen.listener(at: upstream.value.address)
      else { return false }
      // A socket that lies there may be that of a container which shares the folder.
      return seen.files[upstream.value.address]?.kind != .socket
    }
    guard let waiting, seen.neighbours.isEmpty, seen.container?.service == nil else {
      return .unobservable("no uWSGI belongs to this container")
    }
    return .broken([
      JointBreak(
        "nginx passes requests to uWSGI at `\(waiting.value.address)`, and there is no uWSGI",
        subject: "uwsgi", evidence: allProcesses, promise: waiting.span,
        fix: "Start uWSGI by the first process, or as a program of supervisord")
    ])
  }

  func processUserUnexpected() -> JointResult.Verdict {
    guard seen.processes != nil else { return unseen("the processes") }
    let promised = [
      (promises.nginxUser, seen.processes(.nginxWorker), "nginx's worker"),
      (promises.uwsgiUser, seen.uwsgiWorkers, "uWSGI's worker"),
    ]
    guard promised.contains(where: { $0.0 != nil }) else {
      return .unobservable("the configuration names no user that could be read")
    }
    var breaks: [JointBreak] = []
    for case (let user?, let processes, let name) in promised {
      let others = processes.filter {
        seen.userName($0.userID) != user.value && String($0.userID) != user.value
      }
      guard let other = others.first else { continue }
      breaks.append(
        JointBreak(
          "\(name) runs as `\(seen.userName(other.userID))`, not as `\(user.value)`",
          subject: name, evidence: self.processes(others), promise: user.span))
    }
    return verdict(breaks, holds: "users are as configured")
  }

  func workerAsRoot() -> JointResult.Verdict {
    guard seen.processes != nil else { return unseen("the processes") }
    let workers = seen.processes(.nginxWorker) + seen.uwsgiWorkers
    guard !workers.isEmpty else { return .unobservable("there is no worker") }
    let breaks = [LiveProcess.Role.nginxWorker, .uwsgi].compactMap { role -> JointBreak? in
      let roots = workers.filter { $0.role == role && $0.userID == 0 }
      guard !roots.isEmpty else { return nil }
      let name = role == .uwsgi ? "uWSGI" : "nginx"
      return JointBreak(
        "\(name)'s workers run as root", subject: name, evidence: processes(roots),
        promise: role == .uwsgi ? promises.uwsgiUser?.span : promises.nginxUser?.span)
    }
    return verdict(breaks, holds: "none of \(workers.count) workers is root")
  }

  func workerCountUnexpected() -> JointResult.Verdict {
    guard seen.processes != nil else { return unseen("the processes") }
    guard let promised = promises.workers else {
      return .unobservable("the configuration promises no number that could be read")
    }
    let workers = seen.uwsgiWorkers
    if promised.value.contains(workers.count) { return .holds("\(workers.count) workers") }
    let message =
      "uWSGI has \(workers.count) workers, not \(promised.value.lowerBound) to "
      + "\(promised.value.upperBound)"
    return .broken([
      JointBreak(
        message, subject: "uwsgi", evidence: processes(seen.processes(.uwsgi)),
        promise: promised.span, severity: workers.isEmpty ? .error : .warning)
    ])
  }

  func pidFileStale() -> JointResult.Verdict {
    guard let processes = seen.processes else { return unseen("the processes") }
    guard !promises.pidFiles.isEmpty else { return .unobservable("no pid file is known") }
    let pids = Set(processes.map(\.id))
    let breaks = promises.pidFiles.compactMap { promised -> JointBreak? in
      guard let file = seen.files[promised.value] else { return nil }
      if file.kind == .absent {
        return JointBreak(
          "there is no pid file `\(promised.value)`", subject: promised.value,
          promise: promised.span)
      }
      guard let content = file.content else { return nil }
      let text = String(decoding: content.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      if let pid = Int(text), pids.contains(pid) { return nil }
      return JointBreak(
        "the pid file `\(promised.value)` says `\(text)`, and there is no such process",
        subject: promised.value, evidence: [Evidence(.file, evidence(file))],
        promise: promised.span)
    }
    return verdict(breaks, holds: "\(promises.pidFiles.count) pid files")
  }

  /// Whether a program belongs here: by the configuration, else by supervisord or the command.
  func isExpected(_ name: String, _ promise: Bool?) -> Bool {
    if let promise { return promise }
    let words = (seen.programs ?? []).map(\.name) + (seen.container?.command ?? [])
    return words.contains { $0.contains(name) }
  }

  private var allProcesses: [Evidence] { processes(seen.processes ?? []) }

  func processes(_ list: [LiveProcess]) -> [Evidence] {
    list.prefix(12).map { Evidence(.process, seen.evidence($0)) }
  }

  func evidence(_ file: LiveFile) -> String { seen.evidence(file) }
}

extension Observation {
  /// uWSGI's processes that serve: the master's children, or all where there is no master.
  package var uwsgiWorkers: [LiveProcess] {
    let all = processes(.uwsgi)
    let pids = Set(all.map(\.id))
    let children = all.filter { pids.contains($0.parent) }
    return children.isEmpty ? all : children
  }

  /// The process as the probe's report shows it: a command line may hold secrets, so it is cut.
  package func evidence(_ process: LiveProcess) -> String {
    let command = process.command.joined(separator: " ").prefix(100)
    return "\(process.id) \(userName(process.userID)):\(groupName(process.groupID)) \(command)"
  }

  /// The file as the probe's report shows it.
  package func evidence(_ file: LiveFile) -> String {
    guard file.kind != .absent else { return "\(file.path) absent" }
    let mode = String(file.mode, radix: 8)
    let owner = "\(userName(file.userID)):\(groupName(file.groupID))"
    return "\(file.path) \(file.kind.rawValue) \(mode) \(owner)"
  }
}
