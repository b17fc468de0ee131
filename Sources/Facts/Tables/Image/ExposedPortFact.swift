internal import SourceText

/// A port that the image says it listens on.
struct ExposedPortFact: Fact {
  static let table = Table<ExposedPortFact>(
    "exposed_port",
    "A port of an EXPOSE, or of the service in the compose file.",
    columns: [
      .integer("port", "The number of the port.") { $0.port },
      .text("protocol", "tcp, udp or sctp.") { $0.protocol },
      .boolean(
        "is_published",
        "Whether the machine opens it; NULL where that is said when the container is started."
      ) { $0.isPublished },
      .span("span", "Where it is written.") { $0.span },
    ]
  )

  var port: Int
  var `protocol`: String
  var isPublished: Bool?
  var span: SourceSpan?
}
