/// A socket that was seen.
package struct LiveSocketFact: Fact {
  package static let table = Table<LiveSocketFact>(
    "live_socket",
    "A socket that the kernel of the container knows.",
    columns: [
      .text("family", "unix or tcp.") { $0.family },
      .text("address", "The path, @name of an abstract one, or host:port.") { $0.address },
      .integer("port", "The port of a tcp socket.") { $0.port },
      .boolean("is_listening", "Whether somebody listens.") { $0.isListening },
      .boolean("is_loopback", "Whether only the container itself reaches it.") { $0.isLoopback },
    ]
  )

  var family: String
  var address: String
  var port: Int?
  var isListening: Bool
  var isLoopback: Bool

  package init(
    family: String, address: String, port: Int?, isListening: Bool, isLoopback: Bool
  ) {
    self.family = family
    self.address = address
    self.port = port
    self.isListening = isListening
    self.isLoopback = isLoopback
  }
}
