import Machine
import SourceText

extension Loading {
  /// Takes the options in their order, as `Options.realize` does.
  mutating func readCommandLine() {
    if let fault = commandLine.fault {
      refuse(fault.message, fault.argument)
      return
    }
    if let first = commandLine.positional.first, !commandLine.options.takesArguments {
      let words = commandLine.positional.map(\.text.pythonRepr).joined(separator: ", ")
      refuse("positional arguments are not supported: [\(words)]", first)
    }
    var seen: Set<String> = []
    for option in commandLine.given {
      if option.name == "help" || option.name == "version" {
        configuration.onlyInforms = configuration.problems.isEmpty
        return
      }
      validate(option)
      if !seen.insert(option.name).inserted {
        refuse("conflicting command line option \(option.flag.pythonRepr)", option.value)
      }
    }
  }

  private mutating func refuse(_ message: String, _ argument: Argument) {
    record(.badCommandLine(message, span: commandLineSpan(argument)))
  }

  private mutating func validate(_ option: CommandLine.Given) {
    do {
      try check(option.name, option.value.text)
    } catch {
      let value = option.value.text.pythonRepr
      refuse("invalid value for \(option.flag) \(value): \(error.message)", option.value)
    }
  }

  private func check(_ name: String, _ text: String) throws(BadValue) {
    switch name {
    case "umask": _ = try Conversion.octal(text)
    case "directory", "childlogdir": _ = try surroundings.existingFolder(text)
    case "logfile", "pidfile": _ = try surroundings.fileInExistingFolder(text)
    case "logfile_maxbytes": _ = try Conversion.byteSize(text)
    case "logfile_backups", "minfds", "minprocs": _ = try Conversion.integer(text)
    case "loglevel": _ = try Conversion.logLevel(text)
    case "serverurl": _ = try Conversion.url(text)
    default: break
    }
  }

  /// What the command line says instead of the file; the file's value where it says nothing.
  func overridden<Value>(
    _ setting: Setting<Value>, by name: String,
    _ convert: (String) throws(BadValue) -> Value?
  ) -> Setting<Value> {
    guard let option = commandLine[name] else { return setting }
    let value = try? convert(option.value.text)
    return Setting(value, source: .commandLine(option.value.span))
  }

  /// A path of the command line; an empty one leaves the file's.
  func overriddenPath(_ setting: Setting<String>, by name: String) -> Setting<String> {
    guard commandLine[name]?.value.text.isEmpty == false else { return setting }
    return overridden(setting, by: name, Conversion.text)
  }

  /// A switch that the command line can only turn on.
  func overridden(_ setting: Setting<Bool>, by name: String) -> Setting<Bool> {
    guard let option = commandLine[name] else { return setting }
    return Setting(true, source: .commandLine(option.value.span))
  }
}
