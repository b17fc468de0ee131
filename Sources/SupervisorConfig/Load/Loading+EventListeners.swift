import SourceText

extension Loading {
  mutating func readEventListener(_ section: IniSection) -> ProcessGroup {
    // The pool's name is taken as it stands; only the processes' names are checked.
    let name = nameAfterColon(section)
    let context = ValueContext(section: section, names: hereOnly)
    let priority = value("priority", in: context, default: -1, Conversion.integer)
    let bufferSize = bufferSize(context)
    let resultHandler = resultHandler(context)
    let events = events(context)
    let redirects = value("redirect_stderr", in: context, default: false, Conversion.boolean)
    if redirects.value == true {
      let problem = BadSection.listenerRedirectsStderr(section: section.name)
      record(.badSection(problem, span: redirects.span ?? mainSpan))
    }
    return ProcessGroup(
      name: name,
      kind: .eventListener(
        EventListener(events: events, bufferSize: bufferSize, resultHandler: resultHandler)
      ),
      priority: priority,
      processes: readProcesses(section, kind: .eventListener, group: name),
      span: section.header ?? mainSpan
    )
  }

  private mutating func bufferSize(_ context: ValueContext) -> Setting<Int> {
    let size = value("buffer_size", in: context, default: 10, Conversion.integer)
    if let number = size.value, number < 1 {
      let problem = BadSection.badBufferSize(section: context.section.name, size: number)
      record(.badSection(problem, span: size.span ?? mainSpan))
    }
    return size
  }

  private mutating func resultHandler(_ context: ValueContext) -> Setting<String> {
    let handler = value(
      "result_handler", in: context, default: "supervisor.dispatchers:default_handler",
      Conversion.text
    )
    checkEntryPoint(handler, of: context.section)
    return handler
  }

  private mutating func events(_ context: ValueContext) -> Setting<[String]> {
    let section = context.section
    let span = section.header ?? mainSpan
    let list = value("events", in: context, default: [], Conversion.list)
    guard let names = list.value else { return list }
    if names.isEmpty {
      record(.badSection(.noEvents(section: section.name), span: list.span ?? span))
    }
    let events = names.map { $0.uppercased() }
    for event in events where !EventNames.all.contains(event) {
      record(
        .badSection(.unknownEvent(event, section: section.name), span: list.span ?? span)
      )
    }
    return Setting(events, source: list.source)
  }
}

/// The events that a listener can ask for (`supervisor/events.py`).
enum EventNames {
  static let all: Set<String> = Set(
    """
    EVENT PROCESS_STATE PROCESS_STATE_STOPPED PROCESS_STATE_EXITED PROCESS_STATE_STARTING
    PROCESS_STATE_STOPPING PROCESS_STATE_BACKOFF PROCESS_STATE_FATAL PROCESS_STATE_RUNNING
    PROCESS_STATE_UNKNOWN PROCESS_COMMUNICATION PROCESS_COMMUNICATION_STDOUT
    PROCESS_COMMUNICATION_STDERR PROCESS_LOG PROCESS_LOG_STDOUT PROCESS_LOG_STDERR
    REMOTE_COMMUNICATION SUPERVISOR_STATE_CHANGE SUPERVISOR_STATE_CHANGE_RUNNING
    SUPERVISOR_STATE_CHANGE_STOPPING TICK TICK_5 TICK_60 TICK_3600 PROCESS_GROUP
    PROCESS_GROUP_ADDED PROCESS_GROUP_REMOVED
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
  )
}
