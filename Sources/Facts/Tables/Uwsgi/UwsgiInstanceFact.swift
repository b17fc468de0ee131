internal import SourceText

/// A uWSGI, as its options make it.
struct UwsgiInstanceFact: Fact {
  static let table = Table<UwsgiInstanceFact>(
    "uwsgi_instance", "A uWSGI, as its options make it.",
    indexed: ["process_id"],
    columns: [
      .reference("process_id", to: "process", "The process.") { $0.processID },
      .boolean("has_master", "Whether a master process watches the workers.") { $0.hasMaster },
      .integer("processes", "How many workers it may have, where that is known.") { $0.processes },
      .integer(
        "minimum_processes", "How many workers it may have at least, whatever the machine."
      ) { $0.minimumProcesses },
      .integer(
        "maximum_processes", "How many workers it may have at most, whatever the machine."
      ) { $0.maximumProcesses },
      .integer("cheaper", "How many workers it keeps at least.") { $0.cheaper },
      .integer("threads", "How many threads a worker has.") { $0.threads },
      .text("user", "The user of the workers, as it is written.") { $0.user },
      .integer("user_id", "The uid of the workers.") { $0.userID },
      .integer("group_id", "The gid of the workers.") { $0.groupID },
      .text("term_action", "What SIGTERM does: stop or reload.") { $0.termAction },
      .boolean("needs_app", "Whether it ends where no application can be loaded.") { $0.needsApp },
      .boolean(
        "answers_plain_requests", "Whether a loaded plugin answers requests as nginx sends them."
      ) { $0.answersPlainRequests },
      .boolean("is_daemon", "Whether it goes to the background.") { $0.isDaemon },
      .boolean(
        "has_vacuum", "Whether it removes its sockets and pid files at the end."
      ) { $0.hasVacuum },
      .text("chdir", "The folder that it changes to.") { $0.chdir },
      .boolean("is_emperor", "Whether it only starts other instances.") { $0.isEmperor },
      .span("master_span", "The option that brings the master.") { $0.masterSpan },
      .span("user_span", "The option that names the user.") { $0.userSpan },
      .span("daemonize_span", "The option that sends it to the background.") { $0.daemonizeSpan },
      .span("cheaper_span", "The option cheaper.") { $0.cheaperSpan },
      .span(
        "section_span", "The head of the section that it begins to read; NULL outside of INI files."
      ) { $0.sectionSpan },
      .span("span", "The head of its section, or its first option.") { $0.span },
    ]
  )

  var processID: Int
  var hasMaster: Bool?
  var processes: Int?
  var minimumProcesses: Int?
  var maximumProcesses: Int?
  var cheaper: Int?
  var threads: Int?
  var user: String?
  var userID: Int?
  var groupID: Int?
  var termAction: String?
  var needsApp: Bool?
  var answersPlainRequests: Bool?
  var isDaemon: Bool?
  var hasVacuum: Bool?
  var chdir: String?
  var isEmperor: Bool?
  var masterSpan: SourceSpan?
  var userSpan: SourceSpan?
  var daemonizeSpan: SourceSpan?
  var cheaperSpan: SourceSpan?
  var sectionSpan: SourceSpan?
  var span: SourceSpan?
}
