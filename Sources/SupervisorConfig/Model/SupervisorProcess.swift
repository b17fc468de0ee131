package import SourceText

/// One process that supervisord looks after, with the values of its program's section.
package struct SupervisorProcess: Sendable {
  /// The kind of section that describes the process.
  package enum Kind: String, Sendable {
    case program
    case eventListener = "eventlistener"
    case fastCGI = "fcgi-program"
  }

  /// When supervisord starts the process again after it ended.
  package enum Autorestart: String, Sendable {
    case always = "true"
    case unexpected
    case never = "false"
  }

  package let kind: Kind

  /// The section's name without its kind.
  package let program: String
  package let group: String
  package let name: Setting<String>

  /// The section's header.
  package let span: SourceSpan
  package var command: ProcessCommand
  package var directory: Setting<String>?
  package var user: Setting<UserReference>?
  package var umask: Setting<Int>?

  /// What `environment` of the section and of `[supervisord]` set.
  package var environment: [EnvironmentPair]

  /// False where the section may set more.
  package var isEnvironmentComplete: Bool
  package var numprocs: Setting<Int>
  package var priority: Setting<Int>
  package var autostart: Setting<Bool>
  package var autorestart: Setting<Autorestart>
  package var startsecs: Setting<Int>
  package var startretries: Setting<Int>
  package var exitcodes: Setting<[Int]>
  package var stopsignal: Setting<Int>
  package var stopwaitsecs: Setting<Int>
  package var stopasgroup: Setting<Bool>
  package var killasgroup: Setting<Bool>
  package var redirectStderr: Setting<Bool>
  package var serverURL: Setting<String>?
  package var stdout: ProcessLog
  package var stderr: ProcessLog
}

/// A program's command, and what `shlex.split` makes of it when supervisord starts it.
package struct ProcessCommand: Sendable {
  /// Nil where a part of the text is not known.
  package let text: Setting<String>

  /// The words up to the first fault, if there is one.
  package let words: [CommandWord]

  /// What supervisord says when it cannot split the command; the program then never starts.
  package let fault: String?
}

/// Where a process's output goes.
package struct ProcessLog: Sendable {
  /// Where the lines go.
  package enum Target: Hashable, Sendable {
    /// A file of supervisord's own naming in `childlogdir`.
    case automatic

    case none
    case file(String)
  }

  package var target: Setting<Target>
  package var maxBytes: Setting<Int>
  package var backups: Setting<Int>
  package var syslog: Setting<Bool>
  package var captureMaxBytes: Setting<Int>
  package var eventsEnabled: Setting<Bool>
}
