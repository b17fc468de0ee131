/// A socket that the kernel of the container knows.
package struct LiveSocket: Hashable, Sendable {
  /// The kind of the socket's address.
  package enum Family: String, Sendable {
    case unix
    case tcp
  }

  package var family: Family

  /// A path, `@name` of an abstract socket, `127.0.0.1:80` or `[::]:80`.
  package var address: String

  package var isListening: Bool

  /// The owner of a TCP socket; nil for Unix sockets, whose file has one.
  package var userID: Int?

  package init(family: Family, address: String, isListening: Bool, userID: Int? = nil) {
    self.family = family
    self.address = address
    self.isListening = isListening
    self.userID = userID
  }

  /// The port of a TCP socket.
  package var port: Int? {
    guard family == .tcp, let colon = address.lastIndex(of: ":") else { return nil }
    return Int(address[address.index(after: colon)...])
  }

  /// Whether only the container itself reaches it.
  package var isLoopback: Bool {
    family == .unix || address.hasPrefix("127.") || address.hasPrefix("[::1]")
  }
}
