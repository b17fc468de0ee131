extension UwsgiProblem {
  package var code: String {
    let label = String(describing: fact).prefix { $0 != "(" }
    var code = ""
    for character in label {
      if character.isUppercase {
        code += "-" + character.lowercased()
      } else {
        code.append(character)
      }
    }
    return code
  }

  /// The sentence, in uWSGI's own words where it has some.
  package var message: String {
    fileMessage ?? optionMessage ?? valueMessage ?? startMessage ?? code
  }

  private var fileMessage: String? {
    switch fact {
    case .missingFile(let address, let opened):
      opened
        ? "open(\"\(address)\"): No such file or directory"
        : "realpath() of \(address) failed: No such file or directory"
    case .longPath(let length): "invalid path size: \(length) (max 4096)"
    case .longName(let address): "realpath() of \(address) failed: File name too long"
    case .folderAsFile(let address): "\"\(address)\" is a folder, not a configuration file"
    case .noLoader(let address): "unable to load configuration from \(address)"
    case .missingSection(let section, let file):
      "*** WARNING: Can't find section \"\(section)\" in INI configuration file \(file) ***"
    case .malformed(let format, let reason):
      format == "XML"
        ? "[uWSGI] could not parse file: \(reason)" : "error parsing \(format) data: \(reason)"
    case .missingRoot(let format, let name):
      format == "XML"
        ? "[uWSGI] invalid xml root element, <uwsgi> expected."
        : "you must define a object named \(name) in your JSON data"
    case .unsupportedToken(let section):
      "unsupported YAML token 21 in \(section) block"
    case .emptySectionName: "invalid xml id"
    case .missingEnvironmentFolder: "[uwsgi-envdir] opendir(): No such file or directory"
    case .unreadableAddress(let address): "what \"\(address)\" gives is known only when it runs"
    case .emperorAddressOutsideVassal: "this is not a vassal instance"
    case .includeLoop(let address): "\"\(address)\" includes itself without end"
    case .tooMuch(let what, let limit): "more than \(limit) \(what)"
    default: nil
    }
  }

  private var optionMessage: String? {
    switch fact {
    case .unknownOption(let name, let suggestion, let isStrict):
      (isStrict
        ? "[strict-mode] unknown config directive: \(name)" : "unknown option \"\(name)\"")
        + (suggestion.map { isStrict ? "" : ", did you mean \"\($0)\"?" } ?? "")
    case .optionOfAbsentPlugin(let name, let plugins, let isStrict):
      isStrict
        ? "[strict-mode] unknown config directive: \(name)"
        : "option \"\(name)\" needs the plugin \(plugins.joined(separator: " or "))"
    case .forbiddenOption(let name, let list):
      "uWSGI error: forbidden option \"\(name)\" (by \(list))"
    case .unrecognizedArgument(let argument):
      argument.hasPrefix("--")
        ? "unrecognized option '\(argument)'" : "invalid option -- '\(argument.dropFirst())'"
    case .ambiguousArgument(let argument, let candidates):
      "option '\(argument)' is ambiguous; possibilities:"
        + candidates.map { " '--\($0)'" }.joined()
    case .missingArgument(let argument):
      argument.hasPrefix("--")
        ? "option '\(argument)' requires an argument"
        : "option requires an argument -- '\(argument.dropFirst())'"
    case .unwantedArgument(let argument): "option '\(argument)' doesn't allow an argument"
    case .exitsWhileLoading(_, let status): "exits with status \(status) before loading ends"
    case .recursiveLogic(let option):
      "recursive logic in options is not supported (option = \(option))"
    case .unclosedLogic(let option): "the block that \"\(option)\" opens never ends"
    case .flagInBlock, .elementAsValue: "!!! uWSGI process N got Segmentation Fault !!!"
    case .endlessExpansion(let option): "the value of \"\(option)\" grows without end"
    case .undefinedPlaceholder(let name): "placeholder %(\(name)) is not defined"
    case .placeholderInImmediate(let option):
      "\"\(option)\" acts before placeholders are replaced"
    case .placeholderIsOption(let name):
      "you cannot use \(name) as a placeholder, it is already available as an option"
    case .malformedPlaceholder: "invalid placeholder/--set value"
    case .malformedResolve: "invalid resolve syntax, must be placeholder=domain"
    case .malformedCustomOption(let value):
      "invalid \(value) syntax, must be newoption=template"
    case .malformedCustomPart(let part): "\"\(part)\" has no \"=\", the rest is left out"
    case .divisionOverflow: "!!! uWSGI process N got Floating Point Exception !!!"
    case .missingPlugin(let name, let path, _, let isNeeded):
      isNeeded
        ? "unable to load plugin \"\(name)\""
        : "!!! UNABLE to load uWSGI plugin: \(path): cannot open shared object file: "
          + "No such file or directory !!!"
    case .pluginLoadedTwice(let name): "unable to load plugin \"\(name)\""
    default: nil
    }
  }

  private var valueMessage: String? {
    switch fact {
    case .negativeNumber(let option): "invalid value for option \"\(option)\": must be > 0"
    case .noNumber(let option, let value, let taken):
      "\"\(value)\" is no number, \"\(option)\" becomes \(taken)"
    case .noBoolean(let option, let value):
      "\"\(value)\" is neither true nor false, \"\(option)\" becomes true"
    case .quotedValue(let option): "the quotes are part of the value of \"\(option)\""
    case .commentInValue(let option):
      "uWSGI has no comments after a value: this one is part of the value of \"\(option)\""
    case .invalidMode(let value): "invalid chmod value: \(value)"
    case .accumulatedMode(let mode): "given twice, the digits add up to \(mode)"
    case .invalidUmask(let value): "invalid umask: \(value)"
    case .invalidImmediateUser(let option):
      option == "immediate-uid"
        ? "uwsgi_opt_set_immediate_uid(): invalid uid 0"
        : "uwsgi_opt_set_immediate_gid(): invalid gid 0"
    case .cannotChangeAtOnce(let option):
      option == "immediate-uid"
        ? "uwsgi_opt_set_immediate_uid()/setuid(): Operation not permitted"
        : "uwsgi_opt_set_immediate_gid()/setgid(): Operation not permitted"
    case .malformedValue(let option, let value, let form):
      form.message(option: option, value: value)
    case .malformedEnvironment(let value): "invalid environment variable \"\(value)\""
    case .missingSharedSocket(let number): "unable to use shared socket \(number)"
    case .emptySocketName: "invalid/empty uwsgi socket name"
    case .tooLongSocketName: "invalid socket name"
    case .unresolvableAddress(let address):
      "\"\(address)\" is read as host and port: it is bound to 255.255.255.255"
    default: nil
    }
  }

  private var startMessage: String? {
    switch fact {
    case .missingLogger(let name): "unable to find logger \(name)"
    case .refusedAtStart(let words): words
    case .missingLogEncoder(let name): "log encoder \"\(name)\" not found"
    case .unknownUser(let name): "user \(name) not found."
    case .unknownGroup(let name): "group \(name) not found."
    case .unknownSocketUser(let name): "unable to find user \(name)"
    case .unknownSocketGroup(let name): "unable to find group \(name)"
    case .cannotChangeUser: "cannot setuid() as non-root user"
    case .cannotChangeGroup: "cannot setgid() as non-root user"
    case .cannotChangeSocketOwner: "chown(): Operation not permitted"
    case .abstractSocketHasNoOwner: "chown(): No such file or directory"
    case .runsAsRoot:
      "*** WARNING: you are running uWSGI as root !!! (use the --uid flag) ***"
    case .missingFolder(let option, let path):
      "\(option)(): No such file or directory: \"\(path)\""
    case .missingPidFolder(let path): "open(\"\(path)\"): No such file or directory"
    case .missingSocketFolder(let path): "bind(): No such file or directory: \"\(path)\""
    case .socketPathIsFolder(let path): "bind(): Address already in use: \"\(path)\" is a folder"
    case .noSocket: "The -s/--socket option is missing and stdin is not a socket."
    case .cheaperTooHigh: "invalid cheaper value: must be lower than processes"
    case .cheaperMayBeTooHigh(let least):
      "cheaper must be lower than processes, of which there may be no more than \(least)"
    case .noRequestPlugin:
      "no request plugin is loaded, you will not be able to manage requests."
    case .unknownProtocol(let name): "unable to find protocol \(name)"
    case .noWorkers: "*** Operational MODE: no-workers ***"
    case .malformedMountPoint(let value): "invalid mountpoint: \(value)"
    case .lifetimeTooShort(let minimum, let maximum):
      "invalid min-worker-lifetime value (\(minimum)), must be lower than "
        + "max-worker-lifetime (\(maximum))"
    case .moduleFails(let message): message
    case .moduleMissing(let name, _, _): "ModuleNotFoundError: No module named '\(name)'"
    case .applicationFileMissing(let path, _): "failed to open python file \(path)"
    case .callableMissing(let name, let path, _, _):
      "unable to find \"\(name)\" callable in file \(path)"
    default: nil
    }
  }
}
