import SourceText

/// The values that all processes of a program share.
struct ProgramValues {
  var priority: Setting<Int>
  var autostart: Setting<Bool>
  var autorestart: Setting<SupervisorProcess.Autorestart>
  var startsecs: Setting<Int>
  var startretries: Setting<Int>
  var stopsignal: Setting<Int>
  var stopwaitsecs: Setting<Int>
  var stopasgroup: Setting<Bool>
  var killasgroup: Setting<Bool>
  var exitcodes: Setting<[Int]>
  var redirectStderr: Setting<Bool>
  var numprocs: Setting<Int>
  var numprocsStart: Setting<Int>
  var stdoutCapture: Setting<Int>
  var stdoutEvents: Setting<Bool>
  var stderrCapture: Setting<Int>
  var stderrEvents: Setting<Bool>
  var serverURL: Setting<String>?
  var user: Setting<UserReference>?
  var umask: Setting<Int>?
}

extension Loading {
  /// More processes of one program, and of all, than anyone runs: the rest is not made.
  private static let mostProcesses = 1_000
  private static let mostProcessesOfAll = 20_000

  /// Makes the processes of a section, as `processes_from_section` does.
  mutating func readProcesses(
    _ section: IniSection, kind: SupervisorProcess.Kind, group: String
  ) -> [SupervisorProcess] {
    program = ProgramSection(name: section.name, path: section.includedFrom ?? mainPath)
    defer { program = nil }
    let name = checkedName(section)
    var context = ValueContext(section: section, names: hereOnly)
    context.names.set("program_name", .text(name))
    context.names.set("host_node_name", hostNodeName)
    context.names.set("group_name", .text(group))
    let values = readProgramValues(context)
    let processName = readProcessName(context, values)
    let first = values.numprocsStart.value ?? 0
    let left = min(Self.mostProcesses, Self.mostProcessesOfAll - processCount)
    let count = min(values.numprocs.value ?? 1, left)
    processCount += max(0, count)
    var processes: [SupervisorProcess] = []
    for offset in 0..<max(0, count) {
      let number = first.addingReportingOverflow(offset).partialValue
      let isNumbered = values.numprocs.value != nil && values.numprocsStart.value != nil
      context.names.set("process_num", isNumbered ? .integer(number) : .unknown)
      context.names.set("numprocs", values.numprocs.value.map { .integer($0) } ?? .unknown)
      context.names.update(environment)
      processes.append(
        readProcess(
          &context, values, kind: kind, program: name, group: group, name: processName
        )
      )
    }
    return processes.sorted { ($0.name.value ?? "").precedesInPython($1.name.value ?? "") }
  }

  private mutating func readProgramValues(_ context: ValueContext) -> ProgramValues {
    let priority = value("priority", in: context, default: 999, Conversion.integer)
    let autostart = value("autostart", in: context, default: true, Conversion.boolean)
    let autorestart = value(
      "autorestart", in: context, default: .unexpected, Conversion.autorestart
    )
    let startsecs = value("startsecs", in: context, default: 1, Conversion.integer)
    let startretries = value("startretries", in: context, default: 3, Conversion.integer)
    let stopsignal = value("stopsignal", in: context, default: 15, Conversion.signal)
    let stopwaitsecs = value("stopwaitsecs", in: context, default: 10, Conversion.integer)
    let stopasgroup = value("stopasgroup", in: context, default: false, Conversion.boolean)
    let killasgroup =
      optional("killasgroup", in: context, Conversion.boolean) ?? Setting(stopasgroup.value)
    let exitcodes = value("exitcodes", in: context, default: [0], Conversion.exitCodes)
    let redirect = value("redirect_stderr", in: context, default: false, Conversion.boolean)
    let numprocs = value("numprocs", in: context, default: 1, Conversion.integer)
    let start = value("numprocs_start", in: context, default: 0, Conversion.integer)
    let stdoutCapture = capture("stdout", in: context)
    let stderrCapture = capture("stderr", in: context)
    return ProgramValues(
      priority: priority, autostart: autostart, autorestart: autorestart, startsecs: startsecs,
      startretries: startretries, stopsignal: stopsignal, stopwaitsecs: stopwaitsecs,
      stopasgroup: stopasgroup, killasgroup: killasgroup, exitcodes: exitcodes,
      redirectStderr: redirect, numprocs: numprocs, numprocsStart: start,
      stdoutCapture: stdoutCapture.maxBytes, stdoutEvents: stdoutCapture.events,
      stderrCapture: stderrCapture.maxBytes, stderrEvents: stderrCapture.events,
      serverURL: serverURL(context), user: user("user", in: context),
      umask: optional("umask", in: context, Conversion.octal)
    )
  }

  private mutating func capture(
    _ channel: String, in context: ValueContext
  ) -> (maxBytes: Setting<Int>, events: Setting<Bool>) {
    (
      value("\(channel)_capture_maxbytes", in: context, default: 0, Conversion.byteSize),
      value("\(channel)_events_enabled", in: context, default: false, Conversion.boolean)
    )
  }

  private mutating func serverURL(_ context: ValueContext) -> Setting<String>? {
    let url = optional("serverurl", in: context, Conversion.text)
    return url?.value?.pythonStripped.uppercased() == "AUTO" ? nil : url
  }

  /// Reads `process_name` and applies the rules that hang on it; nothing is expanded yet.
  private mutating func readProcessName(
    _ context: ValueContext, _ values: ProgramValues
  ) -> (text: TracedText, span: SourceSpan?) {
    let option = document.option("process_name", in: context.section)
    let text = option?.value ?? TracedText(unplaced: "%(program_name)s")
    let span = option?.valueSpan ?? context.section.header ?? mainSpan
    do {
      _ = try Conversion.name(text.string)
    } catch {
      record(error, at: span)
    }
    if (values.numprocs.value ?? 1) > 1, !text.contains("%(process_num)") {
      record(.sameProcessNames, at: values.numprocs.span ?? span)
    }
    if values.stopasgroup.value == true, values.killasgroup.value == false {
      record(.stopsGroupWithoutKillingIt, at: values.killasgroup.span ?? span)
    }
    return (text.stripped, option?.valueSpan)
  }
}
