internal import SourceText

/// A section of supervisord configuration.
struct SupervisorSectionFact: Fact {
  static let table = Table<SupervisorSectionFact>(
    "supervisor_section",
    "A section of supervisord configuration.",
    indexed: ["process_id"],
    columns: [
      .reference("process_id", to: "process", "The supervisord that reads it.") { $0.processID },
      .text("name", "Its name, such as program:web.") { $0.name },
      .span("span", "Its first head.") { $0.span },
    ]
  )

  var processID: Int
  var name: String
  var span: SourceSpan?
}
