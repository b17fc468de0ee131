package import SourceText

/// A group of processes: those of a `[group:x]`, or of one program that stands alone.
package struct ProcessGroup: Sendable {
  /// What the group was made from.
  package enum Kind: Sendable {
    /// A `[group:x]` with programs of several sections.
    case group
    case program
    case eventListener(EventListener)
    case fastCGI(FastCGISocket?)
  }

  package let name: String
  package let kind: Kind
  package let priority: Setting<Int>
  package let processes: [SupervisorProcess]

  /// The header of the section that makes the group.
  package let span: SourceSpan
}

/// What only an `[eventlistener:x]` has.
package struct EventListener: Sendable {
  /// Event names in upper case, in the order of the list.
  package let events: Setting<[String]>
  package let bufferSize: Setting<Int>
  package let resultHandler: Setting<String>
}

/// The socket that supervisord opens for an `[fcgi-program:x]`.
package struct FastCGISocket: Sendable {
  /// Where the socket is.
  package enum Address: Hashable, Sendable {
    case tcp(host: String, port: Int)
    case unix(path: String)
  }

  package let address: Address
  package let span: SourceSpan
  package let backlog: Setting<Int>?

  /// Of a unix socket: who owns it; nil where supervisord leaves it alone.
  package let owner: SocketOwner?

  /// Of a unix socket: its permissions.
  package let mode: Setting<Int>?
}

/// Whom a socket is given to.
package struct SocketOwner: Hashable, Sendable {
  /// Nil where the number is not known.
  package let userID: Int?

  /// -1 where the group stays; nil where the number is not known.
  package let groupID: Int?
}
