internal import SourceText

/// A process that the container starts.
struct ProcessFact: Fact {
  static let table = Table<ProcessFact>(
    "process",
    "A process of the container, as it is when all have started.",
    indexed: ["program", "parent_id"],
    columns: [
      .id(\.id),
      .reference("parent_id", to: "process", "The process that starts it.") { $0.parentID },
      .text(
        "program",
        "What it is: supervisord, nginx, uwsgi, shell, python, init, other."
      ) { $0.program },
      .text("name", "The name of the supervisord program that it belongs to.") { $0.name },
      .text("command", "Its words, with blanks between.") { $0.command },
      .text(
        "executable",
        "The file that is executed, found on PATH where need be."
      ) { $0.executable },
      .text(
        "executable_presence",
        "present or absent; NULL where that is not known."
      ) { $0.executablePresence },
      .text("user", "The name or number of the user that it starts as.") { $0.user },
      .integer("user_id", "The uid that it starts as.") { $0.userID },
      .integer("group_id", "The gid that it starts as.") { $0.groupID },
      .text("working_directory", "The folder that it starts in.") { $0.workingDirectory },
      .text("configuration", "The path of its main configuration file.") { $0.configuration },
      .boolean(
        "is_configuration_complete",
        "Whether all of its configuration was read and nothing of it is unknown."
      ) { $0.isConfigurationComplete },
      .boolean(
        "starts",
        "Whether it gets past its configuration: 0 where it refuses it."
      ) { $0.starts },
      .boolean(
        "stays",
        "Whether the process stays in the foreground: 0 where it daemonises."
      ) { $0.stays },
      .boolean(
        "waits_for_first",
        "Whether it is a shell that may go on when the first of its programs ends, as by wait -n."
      ) { $0.waitsForFirst },
      .boolean(
        "may_listen",
        "Whether it may listen on addresses that nobody told of."
      ) { $0.mayListen },
      .span("configuration_span", "The beginning of its main configuration file.") {
        $0.configurationSpan
      },
      .span("span", "Where its command is written.") { $0.span },
    ]
  )

  var id: Int
  var parentID: Int?
  var program: String
  var name: String?
  var command: String
  var executable: String?
  var executablePresence: String?
  var user: String?
  var userID: Int?
  var groupID: Int?
  var workingDirectory: String?
  var configuration: String?
  var isConfigurationComplete: Bool
  var starts: Bool?
  var stays: Bool?
  var waitsForFirst: Bool
  var mayListen: Bool
  var configurationSpan: SourceSpan?
  var span: SourceSpan?
}
