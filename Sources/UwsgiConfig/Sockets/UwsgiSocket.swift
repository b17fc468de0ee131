package import SourceText

/// Something that an instance listens on.
package struct UwsgiSocket: Sendable {
  /// Who accepts the connections.
  package enum Role: String, Sendable {
    case worker

    /// Bound early and used only by those that refer to it.
    case shared

    /// A process of its own that passes requests on, such as that of `http`.
    case router
    case stats
  }

  /// Where it listens; the same for all ways to write it.
  package enum Address: Hashable, Sendable {
    case unix(path: String)
    case abstract(name: String)

    /// A port of 0 is any free one.
    case tcp(host: String, port: Int)
    case descriptor(Int)
  }

  /// The owner, group and mode that a socket file will have; nil is not known.
  package struct File: Hashable, Sendable {
    package var owner: UwsgiIdentity

    /// The permission bits, such as `0o666`.
    package var mode: Int?

    /// Whether its group is the one that the kernel gives it, since `chown-socket` gives it none:
    /// that of a folder with the set-gid bit goes before the owner's.
    package var hasGroupOfKernel: Bool
  }

  package let role: Role

  /// The protocol that is spoken, such as `uwsgi` or `http`; nil where not known, or for a shared one.
  package let protocolName: String?

  /// The address; nil where it is not known.
  package let address: Address?

  /// The address as uWSGI has it after evaluation.
  package let written: String
  package let option: String
  package let span: SourceSpan

  /// Who makes it; that user needs permission for the folder.
  package let binder: UwsgiIdentity

  /// What stands in the file system, for a unix path.
  package let file: File?

  /// Where the same address was given before; the first one counts, with its protocol.
  package let shadowedBy: SourceSpan?
}
