package import Machine
package import NginxConfig
package import SourceText
package import SupervisorConfig
package import UwsgiConfig

/// A process of the container, as it is when all have started.
package struct BootProcess: Sendable, Identifiable {
  /// What a process is, as far as its command tells.
  package enum Program: String, Sendable {
    case supervisord
    case nginx
    case uwsgi
    case shell
    case python

    /// A small process that starts another and hands signals on, such as `tini`.
    case initSystem = "init"
    case other
  }

  /// The configuration that a process reads.
  package enum Configuration: Sendable {
    case none
    case supervisord(SupervisorConfiguration)

    /// The main file; after it, files of a folder without a Dockerfile that fit into it.
    case nginx([NginxConfiguration], NginxInstallation)
    case uwsgi(UwsgiConfiguration)
  }

  package private(set) var id: Int
  package internal(set) var parent: Int?
  package var program: Program

  /// The supervisord program that it belongs to, and the place of its section.
  package var supervisorProgram: SupervisorProcess?
  package var invocation: Invocation
  package var executable: Executable
  package var user: ProcessUser
  package var configuration: Configuration = .none

  /// Whether it gets past its configuration; nil where that is not known.
  package var starts: Bool?

  /// Whether it stays in the foreground; nil where that is not known.
  package var stays: Bool?

  /// Whether it may be a shell that goes on when the first of its programs ends, as by `wait -n`.
  package var waitsForFirst = false

  /// Whether it may listen on addresses that nothing tells of.
  package var mayListen = false

  /// Where its command is written.
  package var span: SourceSpan?
}

extension BootProcess {
  /// The same process under another number.
  func renumbered(_ id: Int, parent: Int?) -> BootProcess {
    var copy = self
    copy.id = id
    copy.parent = parent
    return copy
  }
}

/// The user that a process is.
package struct ProcessUser: Hashable, Sendable {
  package var name: String?

  /// The uid; nil where it is not known.
  package var id: Int?
  package var groupID: Int?

  package init(name: String?, id: Int?, groupID: Int?) {
    self.name = name
    self.id = id
    self.groupID = groupID
  }

  package static let root = ProcessUser(name: "root", id: 0, groupID: 0)
  package static let unknown = ProcessUser(name: nil, id: nil, groupID: nil)
}

/// The file that a command runs.
package struct Executable: Hashable, Sendable {
  /// Whether the file is in the image.
  package enum Presence: Sendable {
    case present
    case absent
    case unknown
  }

  /// The absolute path, or the first word where no path is known.
  package var path: String
  package var presence: Presence
}
