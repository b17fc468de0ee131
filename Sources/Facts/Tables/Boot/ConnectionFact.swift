internal import SourceText

/// Whatever connects.
struct ConnectionFact: Fact {
  static let table = Table<ConnectionFact>(
    "connection",
    "An address that a process of the stack connects to.",
    indexed: ["address", "process_id", "endpoint_id"],
    columns: [
      .id(\.id),
      .reference("process_id", to: "process", "The process that connects.") { $0.processID },
      .reference(
        "directive_id",
        to: "nginx_directive",
        "The directive that passes requests there."
      ) { $0.directiveID },
      .reference(
        "endpoint_id",
        to: "endpoint",
        "The endpoint that answers there; NULL where none of the stack does."
      ) { $0.endpointID },
      .text(
        "address",
        "The normalised address: a path, or host:port; NULL where it is not known."
      ) { $0.address },
      .text(
        "service",
        "The service of the compose file that is meant: its name is the host, or it shares the "
          + "volume of the socket; NULL for none."
      ) { $0.service },
      .boolean(
        "is_known_host",
        "Whether the host is a name in the networks of the compose file; NULL where others may "
          + "know it."
      ) { $0.isKnownHost },
      .boolean(
        "is_resolved_late",
        "Whether a variable gives the address, so that nginx looks it up with each request."
      ) { $0.isResolvedLate },
      .text("family", "unix or tcp.") { $0.family },
      .text("path", "The path of a unix socket.") { $0.path },
      .text("host", "The host of a tcp address.") { $0.host },
      .integer("port", "The port of a tcp address.") { $0.port },
      .boolean("is_local", "Whether the address is in this container.") { $0.isLocal },
      .boolean(
        "is_shared",
        "Whether a volume or a folder of the machine is mounted where the socket is, so that a "
          + "program outside of this container may make it."
      ) { $0.isShared },
      .text("protocol", "What is spoken: uwsgi, http, https, fastcgi, scgi, grpc.") { $0.protocol },
      .text("upstream", "The name of the upstream that the address belongs to.") { $0.upstream },
      .text("user", "The user that connects.") { $0.user },
      .integer("user_id", "Its uid.") { $0.userID },
      .boolean(
        "is_allowed",
        "Whether that user may write to the socket of the endpoint."
      ) { $0.isAllowed },
      .span("span", "Where the address is written.") { $0.span },
    ]
  )

  var id: Int
  var processID: Int
  var directiveID: Int?
  var endpointID: Int?
  var address: String?
  var service: String?
  var isKnownHost: Bool?
  var isResolvedLate: Bool?
  var family: String
  var path: String?
  var host: String?
  var port: Int?
  var isLocal: Bool?
  var isShared = false
  var `protocol`: String
  var upstream: String?
  var user: String?
  var userID: Int?
  var isAllowed: Bool?
  var span: SourceSpan?
}
