internal import SourceText

/// An nginx, as its configuration makes it.
struct NginxInstanceFact: Fact {
  static let table = Table<NginxInstanceFact>(
    "nginx_instance",
    "An nginx, as its configuration makes it.",
    indexed: ["process_id"],
    columns: [
      .reference("process_id", to: "process", "The process.") { $0.processID },
      .text("user", "The user of the workers, as it is written.") { $0.user },
      .integer("user_id", "The uid of the workers.") { $0.userID },
      .integer("group_id", "The gid of the workers.") { $0.groupID },
      .boolean("is_daemon", "Whether it goes to the background.") { $0.isDaemon },
      .text(
        "version",
        "Its version, such as 1.25.3; NULL where a distribution may have mended it, or nobody told."
      ) { $0.version },
      .span("version_span", "What brings that version; NULL where the user told it.") {
        $0.versionSpan
      },
      .span("user_span", "The user directive; NULL where there is none.") { $0.userSpan },
      .span("span", "The beginning of its main file, or its user directive.") { $0.span },
    ]
  )

  var processID: Int
  var user: String?
  var userID: Int?
  var groupID: Int?
  var isDaemon: Bool?
  var version: String?
  var versionSpan: SourceSpan?
  var userSpan: SourceSpan?
  var span: SourceSpan?
}
