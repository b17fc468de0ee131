internal import SourceText

/// A directive of nginx configuration.
struct NginxDirectiveFact: Fact {
  static let table = Table<NginxDirectiveFact>(
    "nginx_directive",
    "A directive of nginx configuration, in the order in which nginx reads them.",
    indexed: [
      "name", "parent_id, name", "parent_id, is_block", "server_id, name", "location_id, name",
    ],
    columns: [
      .id(\.id),
      .reference("process_id", to: "process", "The nginx that reads it.") { $0.processID },
      .reference(
        "parent_id",
        to: "nginx_directive",
        "The block that it stands in."
      ) { $0.parentID },
      .reference(
        "server_id",
        to: "nginx_server",
        "The server that it stands in; NULL for none."
      ) { $0.serverID },
      .reference(
        "location_id",
        to: "nginx_location",
        "The innermost location that it stands in; NULL for none."
      ) { $0.locationID },
      .text("name", "The name.") { $0.name },
      .text("parameters", "The parameters, with blanks between.") { $0.parameters },
      .text("first", "The first parameter.") { $0.first },
      .text("last", "The last parameter.") { $0.last },
      .integer("parameter_count", "How many parameters it has.") { $0.parameterCount },
      .text("context", "The name of the block that it stands in; main for none.") { $0.context },
      .boolean("is_block", "Whether it is a block.") { $0.isBlock },
      .text(
        "inheritance",
        "How blocks within take it over: value, list (all or none), or own (never); else NULL."
      ) { $0.inheritance },
      .text("path", "The file that it stands in; NULL on the command line.") { $0.path },
      .span("span", "Its name and parameters.") { $0.span },
      .span("last_span", "The last parameter.") { $0.lastSpan },
    ]
  )

  var id: Int
  var processID: Int
  var parentID: Int?
  var serverID: Int?
  var locationID: Int?
  var name: String
  var parameters: String
  var first: String?
  var last: String?
  var parameterCount: Int
  var context: String
  var isBlock: Bool
  var inheritance: String?
  var path: String?
  var span: SourceSpan?
  var lastSpan: SourceSpan?
}
