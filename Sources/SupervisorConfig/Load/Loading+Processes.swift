import SourceText

extension Loading {
  /// Makes one process: what `_processes_from_section` does for each number.
  mutating func readProcess(
    _ context: inout ValueContext, _ values: ProgramValues, kind: SupervisorProcess.Kind,
    program: String, group: String, name: (text: TracedText, span: SourceSpan?)
  ) -> SupervisorProcess {
    let header = context.section.header ?? mainSpan
    let own = readEnvironment(&context)
    let directory = optional("directory", in: context, Conversion.text)
    let stdout = readLog(
      "stdout", in: context, capture: values.stdoutCapture, events: values.stdoutEvents
    )
    var stderr = readLog(
      "stderr", in: context, capture: values.stderrCapture, events: values.stderrEvents
    )
    if values.redirectStderr.value == true { silence(&stderr, in: context) }
    let command = readCommand(context)
    let expandedName = expanded(
      name.text, at: name.span ?? header, as: "process_name", with: context.names
    )
    let nameSource: SettingSource = name.span.map { .option($0) } ?? .initial
    return SupervisorProcess(
      kind: kind, program: program, group: group,
      name: Setting(converted(expandedName, at: header, Conversion.text), source: nameSource),
      span: header, command: command, directory: directory, user: values.user,
      umask: values.umask, environment: merged(with: own ?? []),
      isEnvironmentComplete: own != nil, numprocs: values.numprocs, priority: values.priority,
      autostart: values.autostart, autorestart: values.autorestart, startsecs: values.startsecs,
      startretries: values.startretries, exitcodes: values.exitcodes,
      stopsignal: values.stopsignal, stopwaitsecs: values.stopwaitsecs,
      stopasgroup: values.stopasgroup, killasgroup: values.killasgroup,
      redirectStderr: values.redirectStderr, serverURL: values.serverURL, stdout: stdout,
      stderr: stderr
    )
  }

  /// The section's own variables, which the values read after them may name.
  private mutating func readEnvironment(_ context: inout ValueContext) -> [EnvironmentPair]? {
    guard let option = document.option("environment", in: context.section) else { return [] }
    let text = expanded(
      option.value, at: option.valueSpan, as: "environment", with: context.names
    )
    guard let pairs = pairs(text, at: option.valueSpan) else {
      context.names.isComplete = false
      return nil
    }
    for pair in pairs {
      context.names.set("ENV_\(pair.name)", pair.value.map { .text($0) } ?? .unknown)
    }
    return pairs
  }

  /// The variables of `[supervisord]`, and over them those of the program.
  private func merged(with own: [EnvironmentPair]) -> [EnvironmentPair] {
    var result = configuration.supervisord?.environment ?? []
    for pair in own {
      if let index = result.firstIndex(where: { $0.name == pair.name }) {
        result[index] = pair
      } else {
        result.append(pair)
      }
    }
    return result
  }

  private mutating func readLog(
    _ channel: String, in context: ValueContext, capture: Setting<Int>, events: Setting<Bool>
  ) -> ProcessLog {
    var target = readTarget("\(channel)_logfile", in: context)
    let backups = value(
      "\(channel)_logfile_backups", in: context, default: 10, Conversion.integer
    )
    let maxBytes = value(
      "\(channel)_logfile_maxbytes", in: context, default: 50 << 20, Conversion.byteSize
    )
    var syslog = value("\(channel)_syslog", in: context, default: false, Conversion.boolean)
    let section = context.section.name
    if target.isSyslog {
      let span = target.setting.span ?? mainSpan
      record(.deprecatedSyslog(section: section, channel: channel, span: span))
      syslog = Setting(true, source: target.setting.source)
      target.setting = Setting(ProcessLog.Target.none, source: target.setting.source)
    }
    if target.setting.value == .automatic, maxBytes.value == 0 {
      let span = maxBytes.span ?? mainSpan
      record(.unboundedLog(section: section, channel: channel, span: span))
    }
    return ProcessLog(
      target: target.setting, maxBytes: maxBytes, backups: backups, syslog: syslog,
      captureMaxBytes: capture, eventsEnabled: events
    )
  }

  /// Reads a log's name, which supervisord expands twice.
  private mutating func readTarget(
    _ key: String, in context: ValueContext
  ) -> (setting: Setting<ProcessLog.Target>, isSyslog: Bool) {
    guard let (once, span) = text(key, in: context) else { return (Setting(.automatic), false) }
    let source = SettingSource.option(span)
    let twice = once.flatMap { expanded($0, at: span, as: key, with: context.names) }
    guard let name = converted(twice, at: span, Conversion.text) else {
      return (Setting(nil, source: source), false)
    }
    switch name.lowercased() {
    case "none", "off", "": return (Setting(ProcessLog.Target.none, source: source), false)
    case "auto": return (Setting(.automatic, source: source), false)
    case "syslog": return (Setting(ProcessLog.Target.none, source: source), true)
    default:
      let path = filePath(name, at: span)
      return (Setting(path.map { .file($0) }, source: source), false)
    }
  }

  /// Drops the log of a stderr that goes to stdout.
  private mutating func silence(_ log: inout ProcessLog, in context: ValueContext) {
    if case .file? = log.target.value {
      let span = log.target.span ?? mainSpan
      record(.stderrLogIgnored(section: context.section.name, span: span))
    }
    log.target = Setting(ProcessLog.Target.none, source: log.target.source)
  }

  private mutating func readCommand(_ context: ValueContext) -> ProcessCommand {
    guard let (text, span) = text("command", in: context) else {
      let section = context.section
      record(.noCommand(section: section.name), at: section.header ?? mainSpan)
      return ProcessCommand(text: Setting(nil), words: [], fault: nil)
    }
    let setting = Setting(text?.knownString, source: .option(span))
    guard let text else { return ProcessCommand(text: setting, words: [], fault: nil) }
    do {
      let words = try CommandSplitter.split(text)
      return ProcessCommand(
        text: setting, words: words, fault: words.isEmpty ? "command is empty" : nil)
    } catch {
      let fault = text.hasUnknownPart ? nil : error.rawValue
      return ProcessCommand(text: setting, words: [], fault: fault)
    }
  }
}
