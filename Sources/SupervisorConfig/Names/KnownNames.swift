internal import SourceText

/// The sections that supervisord and supervisorctl read, and their keys.
enum KnownNames {
  /// The keys of a section; none where any key counts; nil for an unknown section.
  static func keys(ofSection name: String) -> [String]? {
    if let keys = keysByName[name] { return keys }
    let match = keysByPrefix.first { name.hasScalarPrefix($0.prefix) }
    return match?.keys
  }

  /// The section name that was probably meant, with the same text behind the colon.
  static func section(like name: String) -> String? {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let kind = String(parts[0]).pythonStripped
    guard parts.count > 1 else {
      return Spelling.nearest(to: kind.lowercased(), among: plainNames)
    }
    return Spelling.nearest(to: kind.lowercased(), among: kinds).map {
      "\($0):\(String(parts[1]).pythonStripped)"
    }
  }

  private static let plainNames = [
    "supervisord", "supervisorctl", "include", "unix_http_server", "inet_http_server",
  ]
  private static let kinds = [
    "program", "group", "eventlistener", "fcgi-program", "rpcinterface", "ctlplugin",
  ]

  private static let keysByName: [String: [String]] = [
    "supervisord": words(
      """
      logfile logfile_maxbytes logfile_backups loglevel pidfile umask nodaemon silent minfds
      minprocs nocleanup childlogdir user directory strip_ansi environment identifier
      """
    ),
    "supervisorctl": words("serverurl username password prompt history_file"),
    "include": ["files"],
  ]

  private static let programKeys = words(
    """
    command process_name numprocs numprocs_start priority autostart startsecs startretries
    autorestart exitcodes stopsignal stopwaitsecs stopasgroup killasgroup user redirect_stderr
    stdout_logfile stdout_logfile_maxbytes stdout_logfile_backups stdout_capture_maxbytes
    stdout_events_enabled stdout_syslog stderr_logfile stderr_logfile_maxbytes
    stderr_logfile_backups stderr_capture_maxbytes stderr_events_enabled stderr_syslog
    environment directory umask serverurl
    """
  )

  private static let keysByPrefix: [(prefix: String, keys: [String])] = [
    ("program:", programKeys),
    ("group:", ["programs", "priority"]),
    ("eventlistener:", programKeys + ["events", "buffer_size", "result_handler"]),
    (
      "fcgi-program:",
      programKeys + ["socket", "socket_backlog", "socket_owner", "socket_mode"]
    ),
    ("rpcinterface:", []),
    ("ctlplugin:", []),
    ("unix_http_server", ["file", "chmod", "chown", "username", "password"]),
    ("inet_http_server", ["port", "username", "password"]),
  ]

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
