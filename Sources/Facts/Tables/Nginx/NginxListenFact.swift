internal import SourceText

/// An address that a server listens on.
struct NginxListenFact: Fact {
  static let table = Table<NginxListenFact>(
    "nginx_listen",
    "An address of a listen directive, or the default one.",
    indexed: ["server_id"],
    columns: [
      .reference("server_id", to: "nginx_server", "The server.") { $0.serverID },
      .reference(
        "directive_id",
        to: "nginx_directive",
        "The directive; NULL for the default."
      ) { $0.directiveID },
      .text("host", "The host; * for all; NULL for a unix socket.") { $0.host },
      .integer("port", "The port; NULL for a unix socket.") { $0.port },
      .text("path", "The path of a unix socket.") { $0.path },
      .boolean("is_default", "Whether the server is the default one there.") { $0.isDefault },
      .boolean("has_tls", "Whether TLS is spoken.") { $0.hasTLS },
      .boolean("is_datagram", "Whether it is QUIC, which is not TCP.") { $0.isDatagram },
      .span("span", "The listen, or the server where there is none.") { $0.span },
    ]
  )

  var serverID: Int
  var directiveID: Int?
  var host: String?
  var port: Int?
  var path: String?
  var isDefault: Bool
  var hasTLS: Bool
  var isDatagram: Bool
  var span: SourceSpan?
}
