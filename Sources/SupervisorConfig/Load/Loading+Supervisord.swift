import Machine
import SourceText

extension Loading {
  /// Reads `[supervisord]` in the order of `ServerOptions.read_config`.
  mutating func readSupervisordSection(_ section: IniSection) {
    let context = ValueContext(section: section, names: hereOnly)
    let surroundings = surroundings
    let folder = { (text: String) throws(BadValue) in try surroundings.existingFolder(text) }
    let minfds = value("minfds", in: context, default: 1024, Conversion.integer)
    let minprocs = value("minprocs", in: context, default: 200, Conversion.integer)
    let directory = optional("directory", in: context, folder)
    let user = optional("user", in: context, Conversion.text)
    let umask = value("umask", in: context, default: 0o22, Conversion.octal)
    let logfile = file("logfile", in: context, default: "supervisord.log")
    let maxBytes = value(
      "logfile_maxbytes", in: context, default: 50 << 20, Conversion.byteSize
    )
    let backups = value("logfile_backups", in: context, default: 10, Conversion.integer)
    let loglevel = value("loglevel", in: context, default: "info", Conversion.logLevel)
    let pidfile = file("pidfile", in: context, default: "supervisord.pid")
    let identifier = value("identifier", in: context, default: "supervisor", Conversion.text)
    let nodaemon = value("nodaemon", in: context, default: false, Conversion.boolean)
    let silent = value("silent", in: context, default: false, Conversion.boolean)
    let childLogs = value("childlogdir", in: context, default: temporaryFolder, folder)
    let nocleanup = value("nocleanup", in: context, default: false, Conversion.boolean)
    let stripANSI = value("strip_ansi", in: context, default: false, Conversion.boolean)
    configuration.supervisord = SupervisordSettings(
      nodaemon: overridden(nodaemon, by: "nodaemon"),
      user: resolvedUser(user),
      umask: overridden(umask, by: "umask", Conversion.octal),
      directory: overriddenIfGiven(directory, by: "directory", folder),
      logfile: overriddenPath(logfile, by: "logfile"),
      logfileMaxBytes: overridden(maxBytes, by: "logfile_maxbytes", Conversion.byteSize),
      logfileBackups: overridden(backups, by: "logfile_backups", Conversion.integer),
      loglevel: overridden(loglevel, by: "loglevel", Conversion.logLevel),
      pidfile: overriddenPath(pidfile, by: "pidfile"),
      identifier: overridden(identifier, by: "identifier", Conversion.text),
      childLogFolder: overridden(childLogs, by: "childlogdir", folder),
      minfds: overridden(minfds, by: "minfds", Conversion.integer),
      minprocs: overridden(minprocs, by: "minprocs", Conversion.integer),
      nocleanup: overridden(nocleanup, by: "nocleanup"),
      stripANSI: overridden(stripANSI, by: "strip_ansi"),
      silent: overridden(silent, by: "silent"), environment: []
    )
    readSupervisordEnvironment(context)
  }

  /// The names that values of `[supervisord]` and of groups may use.
  var hereOnly: Expansions {
    var names = Expansions()
    names.set("here", configuration.here.map { .text($0) } ?? .unknown)
    return names
  }

  /// Where Python puts temporary files.
  private var temporaryFolder: String {
    let variables = ["TMPDIR", "TEMP", "TMP"].compactMap { surroundings.environment.values[$0] }
    let folder = variables.first { surroundings.isFolder($0) == true }
    return folder.flatMap(surroundings.absolute) ?? "/tmp"
  }

  private mutating func file(
    _ key: String, in context: ValueContext, default initial: String
  ) -> Setting<String> {
    guard let (text, span) = text(key, in: context) else { return Setting(initial) }
    guard let text = converted(text, at: span, Conversion.text) else {
      return Setting(nil, source: .option(span))
    }
    return Setting(filePath(text, at: span), source: .option(span))
  }

  private func overriddenIfGiven(
    _ setting: Setting<String>?, by name: String,
    _ convert: (String) throws(BadValue) -> String?
  ) -> Setting<String>? {
    guard commandLine[name] != nil else { return setting }
    return overridden(setting ?? Setting(nil), by: name, convert)
  }

  /// The account itself; whether it exists is only asked when all else is read.
  private func resolvedUser(_ setting: Setting<String>?) -> Setting<UserReference>? {
    let user = overriddenIfGiven(setting, by: "user", Conversion.text)
    return user?.map { try? surroundings.user($0) }
  }

  /// Reads `environment`, which supervisor expands twice up to 4.3.0.
  private mutating func readSupervisordEnvironment(_ context: ValueContext) {
    guard let (once, span) = text("environment", in: context) else { return }
    var names = hereOnly
    names.set("host_node_name", hostNodeName)
    let twice = once.flatMap {
      expanded($0, at: span, as: "environment", with: names.updated(environment))
    }
    guard let pairs = pairs(twice, at: span) else {
      environment.isComplete = false
      return
    }
    configuration.supervisord?.environment = pairs
    for pair in pairs {
      environment.set("ENV_\(pair.name)", pair.value.map { .text($0) } ?? .unknown)
    }
  }

  /// Does what `ServerOptions.realize` does once the configuration is read.
  mutating func settle(_ section: IniSection) {
    settleUser(section)
    guard var settings = configuration.supervisord else { return }
    if settings.logfile.value != "syslog" {
      settings.logfile = settings.logfile.map(surroundings.normalized)
    }
    settings.pidfile = settings.pidfile.map(surroundings.normalized)
    settings.serverURL = serverURL
    configuration.supervisord = settings
  }

  private mutating func settleUser(_ section: IniSection) {
    let span = section.header ?? mainSpan
    guard let name = userName(section) else {
      if surroundings.userID == 0 { record(.runsAsRoot(span: span)) }
      return
    }
    let surroundings = surroundings
    let user = converted(name.text, at: name.span) { (text) throws(BadValue) in
      try surroundings.user(text)
    }
    if user?.isListed == false { markIncomplete() }
    if let own = surroundings.userID, own != 0, let id = user?.id, id != own {
      record(.cannotDropPrivileges(span: name.span))
    }
  }

  /// The account's name, of the command line or of the file.
  private mutating func userName(_ section: IniSection) -> (text: TracedText?, span: SourceSpan)? {
    if let option = commandLine["user"] {
      return (TracedText(unplaced: option.value.text), commandLineSpan(option.value))
    }
    return text("user", in: ValueContext(section: section, names: hereOnly))
  }

  /// A unix server first, else the last inet server.
  private var serverURL: String? {
    for server in configuration.httpServers {
      if case .unix(let path)? = server.address.value { return "unix://\(path)" }
    }
    guard case .inet(let host, let port)? = configuration.httpServers.last?.address.value else {
      return nil
    }
    return "http://\(host.isEmpty ? "localhost" : host):\(port)"
  }
}
