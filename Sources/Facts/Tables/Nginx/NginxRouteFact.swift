internal import SourceText

/// What nginx does with a request.
struct NginxRouteFact: Fact {
  static let table = Table<NginxRouteFact>(
    "nginx_route",
    "What nginx does with a request: for /, for what it passes on, and for the application's static files.",
    indexed: ["process_id", "server_id", "location_id"],
    columns: [
      .reference("process_id", to: "process", "The nginx.") { $0.processID },
      .integer("port", "The port that the client asks.") { $0.port },
      .text("host", "The host that it asks for; NULL for one that no server names.") { $0.host },
      .text("path", "The path that it asks for.") { $0.path },
      .text(
        "asset", "The file of the application that the path stands for; NULL for what is no file."
      ) { $0.asset },
      .text(
        "asked_by", "A page or style sheet that asks for that file; NULL where none is known."
      ) { $0.askedBy },
      .reference("server_id", to: "nginx_server", "The server that answers.") { $0.serverID },
      .reference(
        "location_id", to: "nginx_location", "The location that is chosen; NULL for none."
      ) { $0.locationID },
      .reference(
        "directive_id", to: "nginx_directive", "What answers, such as a uwsgi_pass; NULL for files."
      ) { $0.directiveID },
      .text(
        "outcome", "passed, file, text, redirect or refused; NULL where that is not known."
      ) { $0.outcome },
      .integer("status", "The status that nginx itself answers with; NULL for the others.") {
        $0.status
      },
      .text("file", "The file that nginx looks for; NULL for none.") { $0.file },
      .boolean(
        "is_packaged", "Whether that file is there because a package or a base image brings it."
      ) { $0.isPackaged },
      .boolean(
        "has_like",
        "Whether the folder of that file holds files of the same ending; NULL where it may."
      ) { $0.hasLike },
      .boolean(
        "comes_back", "Whether nginx passes it on to itself, and again comes to the same location."
      ) { $0.comesBack },
      .span("span", "What decides: the directive, the location, or the server.") { $0.span },
    ]
  )

  var processID: Int
  var port: Int
  var host: String?
  var path: String
  var asset: String?
  var askedBy: String?
  var serverID: Int?
  var locationID: Int?
  var directiveID: Int?
  var outcome: String?
  var status: Int?
  var file: String?
  var isPackaged: Bool
  var hasLike: Bool?
  var comesBack: Bool
  var span: SourceSpan?
}
