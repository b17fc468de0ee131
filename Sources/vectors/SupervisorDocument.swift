import SourceText
import SupervisorConfig

/// A loaded configuration in the form of the recorded ones.
struct SupervisorDocument {
  private let configuration: SupervisorConfiguration

  init(_ configuration: SupervisorConfiguration) {
    self.configuration = configuration
  }

  subscript(part: String) -> JSONValue? {
    switch part {
    case "parse_warnings": warnings
    case "parse_infos":
      .array(
        configuration.includes.flatMap(\.paths).map {
          .string("Included extra file \"\($0)\" during parsing")
        }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
      )
    case "ini": ini
    case "ini_section_file": sectionFiles
    case "supervisord": .optional(configuration.supervisord, supervisord)
    case "http_servers": .array(configuration.httpServers.map(server))
    case "rpcinterfaces": .array(configuration.rpcInterfaces.map(rpcInterface))
    case "groups": .array(configuration.groups.map(group))
    case "effective": .array(configuration.runningProcesses.map(effective))
    default: nil
    }
  }

  /// The recorded part without what only Python knows, such as where it found a module.
  static func comparable(_ part: String, _ recorded: JSONValue) -> JSONValue {
    switch recorded {
    case .array(let elements): return .array(elements.map { comparable(part, $0) })
    case .object(let members):
      return .object(
        Dictionary(
          uniqueKeysWithValues: members.compactMap { key, value in
            if part == "rpcinterfaces", key == "factory" { return nil }
            // A log without a name is no log to supervisord either.
            let isNameless = part == "groups" && key.hasSuffix("_logfile") && value == .string("")
            return (key, isNameless ? .null : comparable(part, value))
          }
        )
      )
    default: return recorded
    }
  }

  /// supervisord stops at the first problem that it refuses.
  private var warnings: JSONValue {
    let met = configuration.problems.prefix { $0.consequence != .refuses }
    return .array(
      met.filter { $0.consequence == .warns && $0.code != "runs-as-root" }
        .map { .string($0.message) }
    )
  }

  private var ini: JSONValue {
    var sections: [String: JSONValue] = [:]
    let options = Dictionary(grouping: configuration.options, by: \.section)
    let inherited = options["DEFAULT"] ?? []
    for section in configuration.sections {
      let own = options[section.name] ?? []
      let values = (inherited + own).map { ($0.key, JSONValue.string($0.value)) }
      sections[section.name] = .object(Dictionary(values) { $1 })
    }
    return .object(sections)
  }

  private var sectionFiles: JSONValue {
    let files = configuration.sections.compactMap { section in
      section.includedFrom.map { (section.name, JSONValue.string($0)) }
    }
    return .object(Dictionary(files) { $1 })
  }

  private func supervisord(_ settings: SupervisordSettings) -> JSONValue {
    var configfile = JSONValue.null
    if case .found(let path) = configuration.search.outcome { configfile = .string(path) }
    return .object([
      "configfile": configfile,
      "here": .optional(configuration.here) { .string($0) },
      "nodaemon": bool(settings.nodaemon), "silent": bool(settings.silent),
      "user": .optional(settings.user?.value?.text) { .string($0) },
      "uid": .optional(settings.user?.value?.id) { .int($0) },
      "gid": .optional(settings.user?.value?.groupID) { .int($0) },
      "umask": octal(settings.umask), "directory": string(settings.directory),
      "logfile": string(settings.logfile), "logfile_maxbytes": int(settings.logfileMaxBytes),
      "logfile_backups": int(settings.logfileBackups), "loglevel": string(settings.loglevel),
      "pidfile": string(settings.pidfile), "identifier": string(settings.identifier),
      "childlogdir": string(settings.childLogFolder), "minfds": int(settings.minfds),
      "minprocs": int(settings.minprocs), "nocleanup": bool(settings.nocleanup),
      "strip_ansi": bool(settings.stripANSI), "environment": pairs(settings.environment),
      "serverurl": .optional(settings.serverURL) { .string($0) },
    ])
  }

  private func server(_ server: HTTPServer) -> JSONValue {
    var members: [String: JSONValue] = [
      "section": .string(server.section),
      "name": .optional(server.section.firstIndex(of: ":")) {
        .string(String(server.section[server.section.index(after: $0)...]))
      },
      "username": string(server.username), "password": string(server.password),
      "chmod": octal(server.mode), "chown": .optional(server.owner, owner),
      "file": .null, "host": .null, "port": .null,
    ]
    switch server.address.value {
    case .inet(let host, let port):
      members["family"] = .string("inet")
      members["host"] = .string(host)
      members["port"] = .int(port)
    case .unix(let path):
      members["family"] = .string("unix")
      members["file"] = .string(path)
    case nil: break
    }
    return .object(members)
  }

  private func rpcInterface(_ interface: RPCInterface) -> JSONValue {
    let extras = interface.extras.map { ($0.key, string($0.value)) }
    return .object([
      "name": .string(interface.name), "extra": .object(Dictionary(extras) { $1 }),
    ])
  }

  private func effective(_ process: SupervisorProcess) -> JSONValue {
    .object([
      "group": .string(process.group), "process": string(process.name),
      "command": string(process.command.text),
    ])
  }
}

/// Values in the form of the recorded ones.
extension SupervisorDocument {
  func bool(_ setting: Setting<Bool>) -> JSONValue { .optional(setting.value) { .bool($0) } }

  func int(_ setting: Setting<Int>?) -> JSONValue { .optional(setting?.value) { .int($0) } }

  func string(_ setting: Setting<String>?) -> JSONValue {
    .optional(setting?.value) { .string($0) }
  }

  func octal(_ setting: Setting<Int>?) -> JSONValue {
    .optional(setting?.value) { number in
      let digits = String(number.magnitude, radix: 8)
      let sign = number < 0 ? "-" : ""
      let zeros = String(repeating: "0", count: max(0, 4 - sign.count - digits.count))
      return .string(sign + zeros + digits)
    }
  }

  func owner(_ owner: SocketOwner) -> JSONValue {
    .array([.optional(owner.userID) { .int($0) }, .optional(owner.groupID) { .int($0) }])
  }

  func pairs(_ pairs: [EnvironmentPair]) -> JSONValue {
    let members = pairs.map { ($0.name, JSONValue.optional($0.value) { .string($0) }) }
    return .object(Dictionary(members) { $1 })
  }
}
