internal import SourceText

/// An option that uWSGI runs with.
struct UwsgiOptionFact: Fact {
  static let table = Table<UwsgiOptionFact>(
    "uwsgi_option",
    "An option that uWSGI runs with, from files, command line and environment, in its order.",
    indexed: ["process_id", "name"],
    columns: [
      .id(\.id),
      .reference("process_id", to: "process", "The uWSGI that reads it.") { $0.processID },
      .text("name", "The name.") { $0.name },
      .text("value", "The value after all is evaluated; NULL where it is not known.") { $0.value },
      .text("raw", "The value as it is written.") { $0.raw },
      .integer("number", "The value as a number, where that is known.") { $0.number },
      .integer(
        "minimum", "The smallest number that the value can be, where a part of it is not known."
      ) { $0.minimum },
      .boolean(
        "is_known", "Whether uWSGI, with the plugins that it loads, has such an option."
      ) { $0.isKnown },
      .span("span", "The option with its value.") { $0.span },
      .span("value_span", "The value.") { $0.valueSpan },
    ]
  )

  var id: Int
  var processID: Int
  var name: String
  var value: String?
  var raw: String
  var number: Int?
  var minimum: Int?
  var isKnown: Bool?
  var span: SourceSpan?
  var valueSpan: SourceSpan?
}
