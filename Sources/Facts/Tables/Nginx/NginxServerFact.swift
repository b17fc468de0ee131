internal import SourceText

/// A server of nginx.
struct NginxServerFact: Fact {
  static let table = Table<NginxServerFact>(
    "nginx_server",
    "A server block in http.",
    indexed: ["directive_id"],
    columns: [
      .id(\.id),
      .reference("process_id", to: "process", "The nginx.") { $0.processID },
      .reference("directive_id", to: "nginx_directive", "The block.") { $0.directiveID },
      .text("names", "Its server names, with blanks between; empty for none.") { $0.names },
      .text("root", "The root in effect, made absolute.") { $0.root },
      .span("span", "The word server.") { $0.span },
    ]
  )

  var id: Int
  var processID: Int
  var directiveID: Int
  var names: String
  var root: String?
  var span: SourceSpan?
}
