/// What a configuration means: what the instance will listen on, run as, write and load.
package struct UwsgiInstance: Sendable {
  package let sockets: [UwsgiSocket]

  /// Who starts it.
  package let starter: UwsgiIdentity

  /// Who the workers are; nil where uWSGI refuses to become them.
  package let workers: UwsgiIdentity?

  /// Who the master is: the workers' user, unless it stays root.
  package let master: UwsgiIdentity?

  /// The options that name the workers' user and group.
  package let user: UwsgiSetting<String>?
  package let group: UwsgiSetting<String>?

  package let processes: UwsgiProcesses
  package let folder: UwsgiFolder
  package let pidFiles: [UwsgiPidFile]
  package let logFiles: [UwsgiSetting<String>]

  /// The log file that it goes to the background with.
  package let daemonize: UwsgiSetting<String>?
  package let applications: [UwsgiApplication]

  /// Whether a missing application ends it; nil where not known.
  package let needsApplication: Bool?

  /// The folders or patterns of vassals that an Emperor watches.
  package let emperor: [UwsgiSetting<String>]

  /// The instances that it starts for them.
  package let vassals: UwsgiVassals

  /// The plugins that are loaded, by the names that they give themselves, in order.
  package let loadedPlugins: [String]

  /// Whether something answers requests without a modifier, as nginx sends them; nil where not known.
  package let answersPlainRequests: Bool?

  /// Whether the files of sockets and pids are removed when it stops; nil where not known.
  package let cleansUp: Bool?
}

/// The folders that relative paths hang on.
package struct UwsgiFolder: Sendable {
  /// The folder that it starts in; nil where not known.
  package let start: String?

  /// The folder that `chdir` goes to, or the start.
  package let working: String?
  package let setting: UwsgiSetting<String>?
}

/// A file that holds the number of a process.
package struct UwsgiPidFile: Sendable {
  /// When it is written.
  package enum Moment: String, Sendable {
    /// Before privileges drop.
    case start

    /// After privileges drop and `chdir`.
    case setup

    /// Once the instance serves.
    case ready
  }

  package let setting: UwsgiSetting<String>
  package let moment: Moment

  /// The absolute path; nil where not known.
  package let path: String?

  /// Who writes it.
  package let writer: UwsgiIdentity?
}
