package import SourceText

/// A server that supervisord runs for supervisorctl and the web interface.
package struct HTTPServer: Sendable {
  /// Where the server listens.
  package enum Address: Sendable {
    /// An empty host is every address.
    case inet(host: String, port: Int)
    case unix(path: String)
  }

  package let section: String

  /// Nil where the address is wrong or not known.
  package let address: Setting<Address>
  package let username: Setting<String>?
  package let password: Setting<String>?

  /// Of a unix socket: its permissions.
  package let mode: Setting<Int>?

  /// Of a unix socket: who gets it.
  package let owner: SocketOwner?

  /// The section's header.
  package let span: SourceSpan
}

/// An `[rpcinterface:x]`.
package struct RPCInterface: Sendable {
  package let name: String

  /// The Python entry point that makes it.
  package let factory: Setting<String>

  /// The other options, which the factory gets, in order.
  package let extras: [(key: String, value: Setting<String>)]

  /// The section's header.
  package let span: SourceSpan
}
