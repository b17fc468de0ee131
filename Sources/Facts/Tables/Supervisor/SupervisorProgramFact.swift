internal import SourceText

/// A program that supervisord looks after.
struct SupervisorProgramFact: Fact {
  static let table = Table<SupervisorProgramFact>(
    "supervisor_program",
    "A program, event listener or fcgi program: one row a section.",
    indexed: ["name"],
    columns: [
      .id(\.id),
      .reference("process_id", to: "process", "The supervisord that starts it.") { $0.processID },
      .reference("started_id", to: "process", "The process that it becomes.") { $0.startedID },
      .text("name", "The name of the program.") { $0.name },
      .text("kind", "program, eventlistener or fcgi-program.") { $0.kind },
      .text("command", "The command.") { $0.command },
      .text("user", "The user that is set, if one is.") { $0.user },
      .text("directory", "The folder that is set, if one is.") { $0.directory },
      .boolean("is_started", "Whether it starts with supervisord.") { $0.isStarted },
      .text("restart", "autorestart: true, false or unexpected.") { $0.restart },
      .integer(
        "start_seconds",
        "How many seconds it must stay up to count as started."
      ) { $0.startSeconds },
      .text("stop_signal", "The signal that stops it, without SIG.") { $0.stopSignal },
      .integer(
        "stop_wait_seconds",
        "How many seconds it may take to stop before it is killed."
      ) { $0.stopWaitSeconds },
      .boolean("stops_group", "Whether the signal goes to its process group.") { $0.stopsGroup },
      .boolean("kills_group", "Whether the kill goes to its process group.") { $0.killsGroup },
      .boolean(
        "redirects_error",
        "Whether its errors go where its output goes."
      ) { $0.redirectsError },
      .text("output", "Where its output goes: a path, AUTO, NONE or syslog.") { $0.output },
      .integer(
        "output_bytes",
        "How many bytes the output may have before it is rotated; 0 is never."
      ) { $0.outputBytes },
      .text("error", "Where its errors go.") { $0.error },
      .integer(
        "error_bytes",
        "How many bytes the errors may have before they are rotated; 0 is never."
      ) { $0.errorBytes },
      .integer("process_count", "How many processes it has.") { $0.processCount },
      .integer("priority", "Its place in the order of starting: low first.") { $0.priority },
      .span("span", "The head of its section.") { $0.span },
      .span("command_span", "Its command.") { $0.commandSpan },
      .span("output_span", "The key that names its output.") { $0.outputSpan },
      .span("error_span", "The key that names its errors.") { $0.errorSpan },
      .span("user_span", "The key that names its user.") { $0.userSpan },
    ]
  )

  var id: Int
  var processID: Int
  var startedID: Int?
  var name: String
  var kind: String
  var command: String?
  var user: String?
  var directory: String?
  var isStarted: Bool?
  var restart: String?
  var startSeconds: Int?
  var stopSignal: String?
  var stopWaitSeconds: Int?
  var stopsGroup: Bool?
  var killsGroup: Bool?
  var redirectsError: Bool?
  var output: String?
  var outputBytes: Int?
  var error: String?
  var errorBytes: Int?
  var processCount: Int?
  var priority: Int?
  var span: SourceSpan?
  var commandSpan: SourceSpan?
  var outputSpan: SourceSpan?
  var errorSpan: SourceSpan?
  var userSpan: SourceSpan?
}
