extension SupervisorPayload {
  func supervisord(_ settings: SupervisordSettings) -> PayloadValue {
    .object([
      "nodaemon": bool(settings.nodaemon), "silent": bool(settings.silent),
      "user": .optional(settings.user, user), "umask": octal(settings.umask),
      "directory": .optional(settings.directory, text), "logfile": text(settings.logfile),
      "logfile_maxbytes": int(settings.logfileMaxBytes),
      "logfile_backups": int(settings.logfileBackups), "loglevel": text(settings.loglevel),
      "pidfile": text(settings.pidfile), "identifier": text(settings.identifier),
      "childlogdir": text(settings.childLogFolder), "minfds": int(settings.minfds),
      "minprocs": int(settings.minprocs), "nocleanup": bool(settings.nocleanup),
      "strip_ansi": bool(settings.stripANSI), "environment": environment(settings.environment),
    ])
  }

  func group(_ group: ProcessGroup) -> PayloadValue {
    var members = place(group.span)
    members["name"] = .text(group.name)
    members["priority"] = int(group.priority)
    members["processes"] = .list(group.processes.map(process))
    switch group.kind {
    case .group, .program: break
    case .eventListener(let listener):
      members["events"] = setting(listener.events) { .list($0.map { .text($0) }) }
      members["buffer_size"] = int(listener.bufferSize)
    case .fastCGI(let socket):
      members["socket"] = .optional(socket) { .text($0.url) }
    }
    return .object(members)
  }

  private func process(_ process: SupervisorProcess) -> PayloadValue {
    var members = place(process.span)
    members["kind"] = .text(process.kind.rawValue)
    members["program"] = .text(process.program)
    members["name"] = text(process.name)
    members["command"] = text(process.command.text)
    members["argv"] = .list(process.command.words.map(word))
    members["argv_error"] = .optional(process.command.fault) { .text($0) }
    members["directory"] = .optional(process.directory, text)
    members["user"] = .optional(process.user, user)
    members["umask"] = .optional(process.umask, octal)
    members["environment"] = environment(process.environment)
    members["priority"] = int(process.priority)
    members["autostart"] = bool(process.autostart)
    members["autorestart"] = setting(process.autorestart) { .text($0.rawValue) }
    members["startsecs"] = int(process.startsecs)
    members["startretries"] = int(process.startretries)
    members["exitcodes"] = setting(process.exitcodes) { .list($0.map { .int($0) }) }
    members["stopsignal"] = int(process.stopsignal)
    members["stopwaitsecs"] = int(process.stopwaitsecs)
    members["stopasgroup"] = bool(process.stopasgroup)
    members["killasgroup"] = bool(process.killasgroup)
    members["redirect_stderr"] = bool(process.redirectStderr)
    members["stdout"] = log(process.stdout)
    members["stderr"] = log(process.stderr)
    return .object(members)
  }

  private func word(_ word: CommandWord) -> PayloadValue {
    var members = word.span.map(place) ?? [:]
    members["value"] = word.isKnown ? .text(word.text) : .null
    members["text"] = .text(word.text)
    return .object(members)
  }

  private func log(_ log: ProcessLog) -> PayloadValue {
    .object([
      "logfile": setting(log.target, target), "maxbytes": int(log.maxBytes),
      "backups": int(log.backups), "syslog": bool(log.syslog),
    ])
  }

  private func target(_ target: ProcessLog.Target) -> PayloadValue {
    switch target {
    case .automatic: .text("AUTO")
    case .none: .text("NONE")
    case .file(let path): .text(path)
    }
  }
}

extension FastCGISocket {
  /// The socket as supervisord names it.
  package var url: String {
    switch address {
    case .tcp(let host, let port): "tcp://\(host):\(port)"
    case .unix(let path): "unix://\(path)"
    }
  }
}
