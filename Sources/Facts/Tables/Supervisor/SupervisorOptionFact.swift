internal import SourceText

/// A line of supervisord configuration.
struct SupervisorOptionFact: Fact {
  static let table = Table<SupervisorOptionFact>(
    "supervisor_option",
    "A key of a section of supervisord configuration.",
    indexed: ["section"],
    columns: [
      .id(\.id),
      .reference("process_id", to: "process", "The supervisord that reads it.") { $0.processID },
      .text("section", "The section, such as program:web.") { $0.section },
      .text("name", "The key, in lower case.") { $0.name },
      .text("value", "The value after expansion; NULL where it is not known.") { $0.value },
      .text("raw", "The value as it is written.") { $0.raw },
      .span("span", "The whole line.") { $0.span },
      .span("value_span", "The value.") { $0.valueSpan },
    ]
  )

  var id: Int
  var processID: Int
  var section: String
  var name: String
  var value: String?
  var raw: String
  var span: SourceSpan?
  var valueSpan: SourceSpan?
}
