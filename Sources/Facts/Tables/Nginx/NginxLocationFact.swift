internal import SourceText

/// A location of nginx.
struct NginxLocationFact: Fact {
  static let table = Table<NginxLocationFact>(
    "nginx_location",
    "A location block.",
    indexed: ["directive_id", "server_id"],
    columns: [
      .id(\.id),
      .reference("server_id", to: "nginx_server", "The server.") { $0.serverID },
      .reference("directive_id", to: "nginx_directive", "The block.") { $0.directiveID },
      .reference(
        "parent_id",
        to: "nginx_location",
        "The location that it is nested in."
      ) { $0.parentID },
      .text("modifier", "=, ^~, ~, ~*, @, or empty for a prefix.") { $0.modifier },
      .text("path", "The prefix, pattern or name, without the modifier.") { $0.path },
      .text("root", "The root in effect, made absolute; NULL where an alias stands.") { $0.root },
      .text("alias", "The alias in effect, made absolute.") { $0.alias },
      .text(
        "handler",
        "What answers: uwsgi_pass, proxy_pass, return, …; NULL for files."
      ) { $0.handler },
      .span("span", "The location with its parameters.") { $0.span },
    ]
  )

  var id: Int
  var serverID: Int?
  var directiveID: Int
  var parentID: Int?
  var modifier: String
  var path: String
  var root: String?
  var alias: String?
  var handler: String?
  var span: SourceSpan?
}
