internal import SourceText

/// Whatever listens.
struct EndpointFact: Fact {
  static let table = Table<EndpointFact>(
    "endpoint",
    "An address that a process of the container listens on, or one of another container.",
    indexed: ["address", "process_id", "port"],
    columns: [
      .id(\.id),
      .reference(
        "process_id", to: "process", "The process that listens; NULL in another container."
      ) { $0.processID },
      .text(
        "service", "The service whose container it is in; NULL where it is in this one."
      ) { $0.service },
      .boolean(
        "is_reachable",
        "Whether this container can reach it: 0 for the loopback address of another one, or a "
          + "socket on no volume that both share."
      ) { $0.isReachable },
      .text(
        "address", "The normalised address: a path, or host:port; NULL where it is not known."
      ) { $0.address },
      .text("family", "unix, abstract or tcp.") { $0.family },
      .text("path", "The path of a unix socket.") { $0.path },
      .text("host", "The host of a tcp address; * for all.") { $0.host },
      .integer("port", "The port of a tcp address.") { $0.port },
      .text(
        "protocol", "What is spoken there: uwsgi, http, https, fastcgi, stats, xmlrpc."
      ) { $0.protocol },
      .integer("owner_id", "The uid that the socket file will have.") { $0.ownerID },
      .integer("group_id", "The gid that the socket file will have.") { $0.groupID },
      .integer(
        "mode", "The permission bits that the socket file will have, as a number."
      ) { $0.mode },
      .text("option", "The option that makes it, such as socket or http-socket.") { $0.option },
      .span("span", "Where the address is written.") { $0.span },
    ]
  )

  var id: Int
  var processID: Int?
  var service: String?
  var isReachable = true
  var address: String?
  var family: String
  var path: String?
  var host: String?
  var port: Int?
  var `protocol`: String
  var ownerID: Int?
  var groupID: Int?
  var mode: Int?
  var option: String?
  var span: SourceSpan?
}
