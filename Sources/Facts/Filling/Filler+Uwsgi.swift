internal import Boot
internal import Machine
internal import SourceText
internal import UwsgiConfig

extension Filler {
  /// Adds the rows of a uWSGI.
  mutating func fill(_ configuration: UwsgiConfiguration, of process: BootProcess) {
    addProblems(configuration.problems, of: process.id, program: "uwsgi")
    for option in configuration.options {
      rows.uwsgiOptions.append(
        UwsgiOptionFact(
          id: rows.uwsgiOptions.count, processID: process.id, name: option.name,
          value: option.text, raw: option.rawText, number: option.value?.number.only,
          minimum: option.value?.number.least, isKnown: option.isKnown,
          span: option.nameSpan.joined(with: option.valueSpan), valueSpan: option.valueSpan))
    }
    let instance = configuration.instance
    addInstance(instance, configuration, of: process)
    for socket in instance.sockets where socket.shadowedBy == nil && socket.role != .shared {
      addSocket(socket, of: process)
    }
    for plugin in configuration.plugins {
      addPlugin(plugin, of: process)
    }
    for application in instance.applications {
      addApplication(application, by: ProcessUser(instance.workers), of: process)
    }
    addPaths(of: instance, process)
    let names: Set = ["home", "virtualenv", "venv", "pyhome"]
    for option in configuration.options where names.contains(option.name) {
      guard let path = option.text, path.hasPrefix("/") else { continue }
      addPathUse(
        "uwsgi-home", .folder, path, by: ProcessUser(instance.workers), of: process.id,
        at: option.valueSpan)
    }
  }

  private mutating func addInstance(
    _ instance: UwsgiInstance, _ configuration: UwsgiConfiguration, of process: BootProcess
  ) {
    let processes = instance.processes
    // Who is not root stays who it is, whatever name `uid` has.
    let workers = instance.workers
    // A file that nobody could read may say who serves.
    let hasKnownUser = configuration.isComplete || instance.user != nil
    let first = configuration.options.first { $0.place == .file }?.nameSpan
    rows.uwsgiInstances.append(
      UwsgiInstanceFact(
        processID: process.id, hasMaster: processes.hasMaster,
        processes: processes.workerCount.only, minimumProcesses: processes.workerCount.least,
        maximumProcesses: processes.workerCount.most,
        cheaper: processes.cheaper?.value?.only, threads: processes.threads?.value?.only,
        user: workers?.userID == nil ? instance.user?.value : workers?.userName,
        userID: hasKnownUser ? workers?.userID : nil,
        groupID: hasKnownUser ? workers?.groupID : nil,
        termAction: processes.onTerminate.map { $0 == .reloads ? "reload" : "stop" },
        needsApp: instance.needsApplication, answersPlainRequests: instance.answersPlainRequests,
        isDaemon: instance.daemonize != nil, hasVacuum: instance.cleansUp,
        chdir: instance.folder.setting?.value, isEmperor: !instance.emperor.isEmpty,
        masterSpan: processes.masterSpan, userSpan: instance.user?.span,
        daemonizeSpan: instance.daemonize?.span, cheaperSpan: processes.cheaper?.span,
        sectionSpan: first.flatMap(stack.sources.sectionHead), span: first ?? process.span))
  }

  private mutating func addSocket(_ socket: UwsgiSocket, of process: BootProcess) {
    let address = socket.address.flatMap(Self.address)
    rows.endpoints.append(
      EndpointFact(
        id: rows.endpoints.count, processID: process.id, address: address?.text,
        family: (address?.family ?? .tcp).rawValue, path: address?.path, host: address?.host,
        port: address?.port, protocol: socket.protocolName ?? "uwsgi",
        ownerID: socket.file?.owner.userID, groupID: groupID(of: socket),
        mode: socket.file?.mode, option: socket.option, span: socket.span))
    guard let path = address?.path, address?.family == .unix else { return }
    addPathUse(
      "uwsgi-socket", .write, path, by: ProcessUser(socket.binder), of: process.id,
      at: socket.span)
  }

  /// The group of a socket file; a folder with the set-gid bit gives its own.
  private func groupID(of socket: UwsgiSocket) -> Int? {
    guard let file = socket.file, file.hasGroupOfKernel, case .unix(let path)? = socket.address
    else { return socket.file?.owner.groupID }
    let folder = container.file(path.folder)
    if folder.presence == "absent" { return file.owner.groupID }
    guard let mode = folder.mode else { return nil }
    return mode & 0o2000 == 0 ? file.owner.groupID : folder.groupID
  }

  private static func address(_ address: UwsgiSocket.Address) -> Address? {
    switch address {
    case .unix(let path): Address(path: path)
    case .abstract(let name): Address(abstract: name)
    // Any free port is an address that nobody can know beforehand.
    case .tcp(_, 0): nil
    case .tcp(let host, let port): Address(host: host, port: port)
    case .descriptor: nil
    }
  }

  private mutating func addPlugin(_ plugin: UwsgiPluginRequest, of process: BootProcess) {
    let presence: String? =
      switch plugin.outcome {
      case .loaded, .alreadyLoaded: "present"
      case .missing: "absent"
      case .unknown: nil
      }
    rows.uwsgiPlugins.append(
      UwsgiPluginFact(
        processID: process.id, name: plugin.name, internalName: plugin.internalName,
        path: plugin.loadedPath ?? plugin.searched.last, presence: presence,
        isNeeded: plugin.isNeeded, span: plugin.span))
  }

  private mutating func addApplication(
    _ application: UwsgiApplication, by workers: ProcessUser, of process: BootProcess
  ) {
    let outcome = ApplicationOutcome(application.outcome)
    rows.uwsgiApplications.append(
      UwsgiApplicationFact(
        processID: process.id, mount: application.mountPoint, option: application.option,
        module: application.target, callable: application.callable, outcome: outcome.name,
        file: outcome.file, names: outcome.names, searched: outcome.searched,
        failure: outcome.failure?.message,
        span: application.span, callableSpan: application.callableSpan,
        fileSpan: outcome.file.flatMap(stack.sources.beginning),
        failureSpan: outcome.failure?.span, folderSpan: folderSpan(application)))
    guard let file = outcome.file else { return }
    addPathUse(
      "uwsgi-application", .read, file, by: workers, of: process.id, at: application.span)
  }

  /// The instruction that made the folder that is searched first; where none did, the one that
  /// says where the container starts.
  private func folderSpan(_ application: UwsgiApplication) -> SourceSpan? {
    guard case .missing(let folders) = application.outcome else { return nil }
    return folders.lazy.compactMap(container.origin).first ?? container.commandSpan
  }

  private mutating func addPaths(of instance: UwsgiInstance, _ process: BootProcess) {
    if let setting = instance.folder.setting, let path = instance.folder.working {
      addPathUse(
        "uwsgi-chdir", .folder, path, by: ProcessUser(instance.workers), of: process.id,
        at: setting.span)
    }
    for file in instance.pidFiles {
      guard let path = file.path else { continue }
      addPathUse(
        "uwsgi-pidfile", .write, path, by: ProcessUser(file.writer), of: process.id,
        at: file.setting.span)
    }
    for setting in instance.logFiles {
      guard let path = setting.value, path.hasPrefix("/") else { continue }
      addPathUse(
        "uwsgi-log", .write, path, by: process.user, of: process.id, at: setting.span)
    }
  }
}

/// The columns that an application's outcome fills.
private struct ApplicationOutcome {
  var name: String?
  var file: String?
  var names: String?
  var searched: String?
  var failure: PythonFailure?

  init(_ outcome: UwsgiApplication.Outcome) {
    switch outcome {
    case .unknown: return
    case .found(let path):
      name = "found"
      file = path
    case .missing(let folders):
      name = "module-missing"
      searched = folders.joined(separator: ", ")
    case .failing(let path, let failure):
      name = "failing"
      file = path
      self.failure = failure
    case .callableMissing(let path, let names):
      name = "callable-missing"
      file = path
      self.names = names.joined(separator: ", ")
    }
  }
}

extension NumberRange {
  /// The one number that it can be.
  fileprivate var only: Int? { exact.map(Int.init) }

  /// The smallest number that it can be; nil where any may be smaller.
  fileprivate var least: Int? { lower == .min ? nil : Int(lower) }

  /// The largest number that it can be; nil where any may be larger.
  fileprivate var most: Int? { upper == .max ? nil : Int(upper) }
}

extension UwsgiPluginRequest {
  fileprivate var loadedPath: String? {
    if case .loaded(let path) = outcome { path } else { nil }
  }
}

extension ProcessUser {
  fileprivate init(_ identity: UwsgiIdentity?) {
    self.init(name: identity?.userName, id: identity?.userID, groupID: identity?.groupID)
  }
}
