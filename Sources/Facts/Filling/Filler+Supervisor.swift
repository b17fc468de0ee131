internal import Boot
internal import Machine
internal import SourceText
internal import SupervisorConfig

extension Filler {
  /// Adds the rows of a supervisord.
  mutating func fill(_ configuration: SupervisorConfiguration, of process: BootProcess) {
    addProblems(configuration.problems, of: process.id, program: "supervisord")
    for option in configuration.options {
      rows.supervisorOptions.append(
        SupervisorOptionFact(
          id: rows.supervisorOptions.count, processID: process.id, section: option.section,
          name: option.key, value: option.value, raw: option.value,
          span: option.keySpan.joined(with: option.valueSpan), valueSpan: option.valueSpan))
    }
    for section in configuration.sections {
      rows.supervisorSections.append(
        SupervisorSectionFact(processID: process.id, name: section.name, span: section.span))
    }
    addPaths(of: configuration, process)
    var seen: Set<String> = []
    for program in configuration.runningProcesses where seen.insert(program.section).inserted {
      addProgram(program, of: process)
    }
    for server in configuration.httpServers {
      addServer(server, of: process)
    }
  }

  private mutating func addPaths(of configuration: SupervisorConfiguration, _ process: BootProcess)
  {
    guard let settings = configuration.supervisord else { return }
    let span = configuration.sections.first { $0.name == "supervisord" }?.span ?? process.span
    for (role, setting) in [
      ("supervisor-pid", settings.pidfile), ("supervisor-log", settings.logfile),
    ] {
      guard let path = setting.value, path.hasPrefix("/") else { continue }
      addPathUse(
        role, .write, path, by: process.user, of: process.id, at: setting.span ?? span)
    }
  }

  private mutating func addProgram(_ program: SupervisorProcess, of process: BootProcess) {
    let started = stack.boot.processes.first {
      $0.parent == process.id && $0.supervisorProgram?.section == program.section
    }
    rows.supervisorPrograms.append(
      SupervisorProgramFact(
        id: rows.supervisorPrograms.count, processID: process.id, startedID: started?.id,
        name: program.program, kind: program.kind.rawValue, command: program.command.text.value,
        user: program.user?.value?.text, directory: program.directory?.value,
        isStarted: program.autostart.value, restart: program.autorestart.value?.rawValue,
        startSeconds: program.startsecs.value,
        stopSignal: program.stopsignal.value.flatMap(Self.signalName),
        stopWaitSeconds: program.stopwaitsecs.value, stopsGroup: program.stopasgroup.value,
        killsGroup: program.killasgroup.value, redirectsError: program.redirectStderr.value,
        output: program.stdout.target.value?.text, outputBytes: program.stdout.maxBytes.value,
        error: program.stderr.target.value?.text, errorBytes: program.stderr.maxBytes.value,
        processCount: program.numprocs.value, priority: program.priority.value,
        span: program.span, commandSpan: program.command.text.span ?? program.span,
        outputSpan: program.stdout.target.span, errorSpan: program.stderr.target.span,
        userSpan: program.user?.span))
    addPaths(of: program, process)
  }

  private mutating func addPaths(of program: SupervisorProcess, _ process: BootProcess) {
    for log in [program.stdout, program.stderr] {
      guard case .file(let path)? = log.target.value, path.hasPrefix("/") else { continue }
      addPathUse(
        "program-log", .write, path, by: process.user, of: process.id,
        at: log.target.span ?? program.span)
    }
    if let setting = program.directory, let path = setting.value, path.hasPrefix("/") {
      addPathUse(
        "program-directory", .folder, path, by: process.user, of: process.id,
        at: setting.span ?? program.span)
    }
  }

  private mutating func addServer(_ server: HTTPServer, of process: BootProcess) {
    let address: Address? =
      switch server.address.value {
      case .inet(let host, let port)?: Address(host: host, port: port)
      case .unix(let path)?: Address(path: path)
      case nil: nil
      }
    addEndpoint(
      address, protocol: "xmlrpc", of: process, at: server.address.span ?? server.span)
    if let path = address?.path {
      addPathUse(
        "supervisor-socket", .write, path, by: process.user, of: process.id,
        at: server.address.span ?? server.span)
    }
  }

  /// The names of the signals that stop programs; others are shown by their number.
  private static func signalName(_ number: Int) -> String {
    let names = [1: "HUP", 2: "INT", 3: "QUIT", 9: "KILL", 10: "USR1", 12: "USR2", 15: "TERM"]
    return names[number] ?? String(number)
  }
}

extension SupervisorProcess {
  /// The name of its section.
  fileprivate var section: String {
    "\(kind.rawValue):\(program)"
  }
}

extension ProcessLog.Target {
  /// As the columns `output` and `error` have it.
  fileprivate var text: String {
    switch self {
    case .automatic: "AUTO"
    case .none: "NONE"
    case .file(let path): path
    }
  }
}
