import Machine
import SourceText

extension Loader {
  /// Sets the environment that uWSGI sees: its own two variables are there before it reads any.
  mutating func setEnvironment() {
    for (name, value) in invocation.environment.values {
      environment[name] = UwsgiText(value)
    }
    if environment["UWSGI_RELOADS"] == nil {
      environment["UWSGI_RELOADS"] = UwsgiText("0")
    }
    if environment["UWSGI_ORIGINAL_PROC_NAME"] == nil {
      environment["UWSGI_ORIGINAL_PROC_NAME"] = UwsgiText(invocation.arguments.first?.text ?? "")
    }
    if environment["UWSGI_EMPEROR_FD"] != nil {
      // Every vassal has a master unless it says no (`uwsgi_check_emperor`).
      master = MasterState(value: true, option: "emperor", span: nil)
    }
  }

  /// The variables that processes started by this one get; one that is not known may be missing.
  var childEnvironment: Environment {
    let values = environment.compactMapValues(\.string)
    return Environment(
      values: values,
      isComplete: invocation.environment.isComplete && values.count == environment.count,
      order: invocation.environment.order)
  }

  /// Sets the magic variables that tell of the machine; those of files come with the files.
  mutating func setMagicOfMachine() {
    magic["k"] = known(
      machine.cores.map(String.init), or: UwsgiUnknown(.cores, lowerBound: 1))
    magic["h"] = known(machine.hostName, or: UwsgiUnknown(.hostName))
    magic["V"] = known(machine.version, or: UwsgiUnknown(.version))
    magic["b"] = known(machine.executablePath, or: UwsgiUnknown(.executable))
    magic["v"] = known(invocation.workingDirectory, or: UwsgiUnknown(.workingDirectory))
    let time = UwsgiUnknown(.startTime, lowerBound: 1)
    magic["t"] = known(machine.startMicroseconds.map { String($0 / 1_000_000) }, or: time)
    magic["T"] = known(machine.startMicroseconds.map(String.init), or: time)
    setMagicOfUser()
  }

  private mutating func setMagicOfUser() {
    let user = UwsgiUnknown(.user)
    let group = UwsgiUnknown(.group)
    magic["u"] = known(
      machine.userID.map(String.init), or: UwsgiUnknown(.user, lowerBound: 0))
    magic["g"] = known(
      machine.groupID.map(String.init), or: UwsgiUnknown(.group, lowerBound: 0))
    magic["U"] = unknownText(user)
    if let id = machine.userID {
      switch accounts.user(id: id) {
      case .present(let account): magic["U"] = UwsgiText(account.name)
      case .absent: magic["U"] = UwsgiText(String(id))
      case .unknown: magic["U"] = id == 0 ? UwsgiText("root") : unknownText(user)
      }
    }
    magic["G"] = unknownText(group)
    if let id = machine.groupID {
      switch accounts.group(id: id) {
      case .present(let account): magic["G"] = UwsgiText(account.name)
      case .absent: magic["G"] = UwsgiText(String(id))
      case .unknown: magic["G"] = id == 0 ? UwsgiText("root") : unknownText(group)
      }
    }
  }

  private mutating func known(_ text: String?, or unknown: UwsgiUnknown) -> UwsgiText {
    text.map { UwsgiText($0) } ?? unknownText(unknown)
  }

  /// A variable of the environment: absent ones may still be given when the container starts.
  mutating func environmentValue(_ name: UwsgiText) -> VariableLookup {
    guard let name = name.string else {
      return .unknown(firstUnknown(in: name) ?? UwsgiUnknown(.computed))
    }
    if let value = environment[name] { return .value(value) }
    if invocation.environment.isComplete { return .absent }
    return .unknown(UwsgiUnknown(.environment(variable: name)))
  }
}

/// What a look-up of a variable or a placeholder gives.
enum VariableLookup {
  case value(UwsgiText)
  case absent
  case unknown(UwsgiUnknown)
}
