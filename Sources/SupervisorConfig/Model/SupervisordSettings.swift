/// The values of `[supervisord]`, after the command line has had its say.
package struct SupervisordSettings: Sendable {
  package var nodaemon: Setting<Bool>

  /// The account that supervisord changes to; nil where none is set.
  package var user: Setting<UserReference>?
  package var umask: Setting<Int>

  /// Where a supervisord that daemonizes changes to.
  package var directory: Setting<String>?

  /// An absolute path, or `syslog`.
  package var logfile: Setting<String>
  package var logfileMaxBytes: Setting<Int>
  package var logfileBackups: Setting<Int>
  package var loglevel: Setting<String>
  package var pidfile: Setting<String>
  package var identifier: Setting<String>
  package var childLogFolder: Setting<String>
  package var minfds: Setting<Int>
  package var minprocs: Setting<Int>
  package var nocleanup: Setting<Bool>
  package var stripANSI: Setting<Bool>
  package var silent: Setting<Bool>

  /// What every program's environment gets.
  package var environment: [EnvironmentPair]

  /// What a program finds in `SUPERVISOR_SERVER_URL`.
  package var serverURL: String?
}

/// An account as a configuration names it.
package struct UserReference: Hashable, Sendable {
  /// The name or number that was written.
  package let text: String

  /// Nil where the account's number is not known.
  package let id: Int?

  /// Its primary group.
  package let groupID: Int?

  /// False where the machine may or may not have the account.
  package let isListed: Bool
}
