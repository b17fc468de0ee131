/// One option of a command line.
struct CommandLineOption {
  let short: Character?
  let long: String
  let takesValue: Bool

  /// What the option sets.
  var name: String {
    switch long {
    case "": "help"
    case "configuration": "configfile"
    default: long
    }
  }
}

/// The options of a program.
struct CommandLineOptions {
  let program: String
  let list: [CommandLineOption]

  /// Whether words that are no options may follow.
  let takesArguments: Bool

  /// Those of supervisord, as `ServerOptions` adds them.
  static let supervisord = CommandLineOptions(
    program: "supervisord", takesArguments: false,
    """
    h help, ?, c: configuration=, v version, n nodaemon, u: user=, m: umask=, d: directory=,
    l: logfile=, y: logfile_maxbytes=, z: logfile_backups=, e: loglevel=, j: pidfile=,
    i: identifier=, q: childlogdir=, a: minfds=, - minprocs=, k nocleanup, t strip_ansi,
    - profile_options=, s silent
    """
  )

  /// Those of supervisorctl, as `ClientOptions` adds them.
  static let supervisorctl = CommandLineOptions(
    program: "supervisorctl", takesArguments: true,
    """
    h help, ?, c: configuration=, i interactive, s: serverurl=, u: username=, p: password=,
    r: history_file=
    """
  )

  /// Reads `getopt`'s own notation: a colon or an equals sign for an option that takes a value.
  private init(program: String, takesArguments: Bool, _ notation: String) {
    self.program = program
    self.takesArguments = takesArguments
    list = notation.split { $0 == "," || $0 == "\n" }.compactMap { entry in
      let words = entry.split(separator: " ")
      guard let short = words.first else { return nil }
      let long = words.count > 1 ? words[1] : ""
      return CommandLineOption(
        short: short == "-" ? nil : short.first,
        long: String(long.hasSuffix("=") ? long.dropLast() : long),
        takesValue: short.hasSuffix(":") || long.hasSuffix("=")
      )
    }
  }
}
