import SupervisorConfig

extension SupervisorDocument {
  func group(_ group: ProcessGroup) -> JSONValue {
    var members: [String: JSONValue] = [
      "name": .string(group.name), "priority": int(group.priority),
      "processes": .array(group.processes.map { process($0, in: group) }),
    ]
    switch group.kind {
    case .group, .program:
      members["class"] = .string("ProcessGroupConfig")
    case .eventListener(let listener):
      members["class"] = .string("EventListenerPoolConfig")
      members["events"] = .array(
        Set((listener.events.value ?? []).map(eventClass)).sorted().map { .string($0) }
      )
      members["buffer_size"] = int(listener.bufferSize)
      members["result_handler"] = string(listener.resultHandler)
    case .fastCGI(let socket):
      members["class"] = .string("FastCGIGroupConfig")
      members["socket"] = .optional(socket, fastCGISocket)
    }
    return .object(members)
  }

  /// The Python class behind an event's name, such as `ProcessStateRunningEvent`.
  private func eventClass(_ name: String) -> String {
    let kind =
      name.hasPrefix("SUPERVISOR_STATE_CHANGE_")
      ? "SUPERVISOR_" + name.dropFirst("SUPERVISOR_STATE_CHANGE_".count) : name
    guard kind != "EVENT" else { return "Event" }
    return kind.split(separator: "_").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined()
      + "Event"
  }

  private func fastCGISocket(_ socket: FastCGISocket) -> JSONValue {
    let backlog = int(socket.backlog)
    switch socket.address {
    case .tcp(let host, let port):
      return .object(["url": .string("tcp://\(host):\(port)"), "backlog": backlog])
    case .unix(let path):
      return .object([
        "url": .string("unix://\(path)"), "backlog": backlog, "mode": octal(socket.mode),
        "owner": .optional(socket.owner, owner),
      ])
    }
  }

  private func process(_ process: SupervisorProcess, in group: ProcessGroup) -> JSONValue {
    var members: [String: JSONValue] = [
      "name": string(process.name), "class": .string(className(process)),
      "command": string(process.command.text), "directory": string(process.directory),
      "umask": octal(process.umask), "priority": int(process.priority),
      "autostart": bool(process.autostart),
      "autorestart": .optional(process.autorestart.value) { .string($0.rawValue) },
      "startsecs": int(process.startsecs), "startretries": int(process.startretries),
      "uid": .optional(process.user?.value?.id) { .int($0) },
      "stopsignal": int(process.stopsignal), "stopwaitsecs": int(process.stopwaitsecs),
      "stopasgroup": bool(process.stopasgroup), "killasgroup": bool(process.killasgroup),
      "exitcodes": .array((process.exitcodes.value ?? []).map { .int($0) }),
      "redirect_stderr": bool(process.redirectStderr),
      "environment": pairs(process.environment), "serverurl": string(process.serverURL),
    ]
    if let fault = process.command.fault, fault != "command is empty" {
      members["argv_error"] = .string(fault)
    } else {
      members["argv"] = .array(process.command.words.map { .string($0.text) })
    }
    for (channel, log) in [("stdout", process.stdout), ("stderr", process.stderr)] {
      members["\(channel)_logfile"] = target(log.target)
      members["\(channel)_logfile_maxbytes"] = int(log.maxBytes)
      members["\(channel)_logfile_backups"] = int(log.backups)
      members["\(channel)_syslog"] = bool(log.syslog)
      members["\(channel)_capture_maxbytes"] = int(log.captureMaxBytes)
      members["\(channel)_events_enabled"] = bool(log.eventsEnabled)
    }
    return .object(members)
  }

  private func target(_ target: Setting<ProcessLog.Target>) -> JSONValue {
    switch target.value {
    case .automatic: .string("AUTO")
    case .file(let path): .string(path)
    case .none?, nil: .null
    }
  }

  private func className(_ process: SupervisorProcess) -> String {
    switch process.kind {
    case .program: "ProcessConfig"
    case .eventListener: "EventListenerConfig"
    case .fastCGI: "FastCGIProcessConfig"
    }
  }
}
