/// What the name of a command tells of the program.
enum ProgramName: Hashable {
  case supervisord
  case nginx
  case uwsgi
  case shell
  case service
  case python

  /// Starts the command that its arguments hold.
  case wrapper(Wrapper)

  /// Known to listen on nothing that nginx could pass requests to.
  case quiet
  case unknown

  /// A program that starts another one, and how its own arguments end.
  struct Wrapper: Hashable {
    let name: String

    /// Options that take the next word as their value.
    var optionsWithValue: Set<String> = []

    /// Words that stand before the command, such as a user.
    var operands = 0

    /// Whether the first operand names the user that the command runs as.
    var namesUser = false

    /// Whether it stays as a parent of the command, as an init does.
    var staysAsParent = false
  }

  /// Reads the last part of a command's first word.
  init(_ command: String) {
    let name = command.split(separator: "/").last.map(String.init) ?? command
    self = Self.known[name] ?? Self.byPrefix(name)
  }

  private static func byPrefix(_ name: String) -> ProgramName {
    if name.hasPrefix("uwsgi") { return .uwsgi }
    if name.hasPrefix("python") { return .python }
    return .unknown
  }

  private static let known: [String: ProgramName] = [
    "supervisord": .supervisord, "nginx": .nginx, "nginx-debug": .nginx, "openresty": .nginx,
    "pyuwsgi": .uwsgi,
    "sh": .shell, "bash": .shell, "ash": .shell, "dash": .shell,
    "service": .service, "invoke-rc.d": .service,
    "tini": .wrapper(Wrapper(name: "tini", optionsWithValue: ["-e", "-p"], staysAsParent: true)),
    "dumb-init": .wrapper(
      Wrapper(name: "dumb-init", optionsWithValue: ["-r", "--rewrite"], staysAsParent: true)),
    "catatonit": .wrapper(Wrapper(name: "catatonit", staysAsParent: true)),
    "gosu": .wrapper(Wrapper(name: "gosu", operands: 1, namesUser: true)),
    "su-exec": .wrapper(Wrapper(name: "su-exec", operands: 1, namesUser: true)),
    "env": .wrapper(
      Wrapper(name: "env", optionsWithValue: ["-u", "--unset", "-C", "--chdir", "-S"])),
    "exec": .wrapper(Wrapper(name: "exec", optionsWithValue: ["-a"])),
    "nice": .wrapper(Wrapper(name: "nice", optionsWithValue: ["-n"])),
    "ionice": .wrapper(Wrapper(name: "ionice", optionsWithValue: ["-c", "-n", "-p"])),
    "nohup": .wrapper(Wrapper(name: "nohup")),
    "setsid": .wrapper(Wrapper(name: "setsid")),
    "stdbuf": .wrapper(Wrapper(name: "stdbuf", optionsWithValue: ["-i", "-o", "-e"])),
    "pidproxy": .wrapper(Wrapper(name: "pidproxy", operands: 1, staysAsParent: true)),
    "celery": .quiet, "cron": .quiet, "crond": .quiet, "tail": .quiet, "cat": .quiet,
    "sleep": .quiet, "rsyslogd": .quiet, "syslogd": .quiet, "logrotate": .quiet, "true": .quiet,
  ]
}
