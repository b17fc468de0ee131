internal import SourceText

/// A port that the image says it listens on.
struct ExposedPortFact: Fact {
  static let table = Table<ExposedPortFact>(
    "exposed_port",
    "A port of an EXPOSE.",
    columns: [
      .integer("port", "The number of the port.") { $0.port },
      .text("protocol", "tcp, udp or sctp.") { $0.protocol },
      .span("span", "The EXPOSE.") { $0.span },
    ]
  )

  var port: Int
  var `protocol`: String
  var span: SourceSpan?
}
