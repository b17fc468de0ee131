import Machine
import SourceText

/// Works out what the options of an instance mean.
struct InstanceBuilder {
  let options: AppliedOptions
  let entries: [Entry]
  let machine: UwsgiMachine
  let tree: any FileTree
  let accounts: Accounts
  let startFolder: String?
  let plugins: PluginSet
  let isComplete: Bool
  let masterState: MasterState

  /// Who it is once all options are read.
  let startIdentity: UwsgiIdentity

  /// The variables that processes started by this one get.
  let environment: Environment

  /// A place for what no option tells of.
  let commandSpan: SourceSpan
  var problems: [UwsgiProblem] = []

  /// What was read; the files of Python modules come to it.
  var files: SourceFiles

  init(_ loader: Loader, commandSpan: SourceSpan) {
    options = AppliedOptions(options: loader.applied, unknowns: loader.unknowns)
    entries = loader.entries
    machine = loader.machine
    tree = loader.tree
    accounts = loader.accounts
    startFolder = loader.invocation.workingDirectory
    var plugins = loader.plugins
    // `autoload` looks for a plugin that has the option wherever one is unknown.
    if options.flag("autoload") != false { plugins.mayHaveMore = true }
    self.plugins = plugins
    files = loader.files
    isComplete = loader.isComplete && loader.entries.allSatisfy { $0.condition == nil }
    masterState = loader.master
    startIdentity = loader.identity
    environment = loader.childEnvironment
    self.commandSpan = commandSpan
  }

  /// Everything, in the order in which uWSGI would meet what is wrong with it.
  mutating func instance() -> UwsgiInstance {
    checkLoggers()
    checkLogEncoders()
    checkStartForms()
    let logFiles = logFiles()
    var pidFiles = [pidFile("pidfile", .start)]
    let starter = starter()
    let socketOwner = socketOwner(starter)
    let workers = workers(from: starter)
    let folder = folder()
    pidFiles += [pidFile("pidfile2", .setup)]
    let processes = processes()
    let sockets = sockets(
      folder, starter: starter, workers: workers, owner: socketOwner)
    let applications = applications(folder)
    pidFiles += [pidFile("safe-pidfile2", .ready), pidFile("safe-pidfile", .ready)]
    let vassals = vassals(
      starter: emperorIdentity(starter: starter, workers: workers), folder: folder)
    checkPlugins(sockets)
    let written = pidFiles.compactMap(\.self).map { file in
      pidFile(file, starter: starter, workers: workers, folder: folder)
    }
    return UwsgiInstance(
      sockets: sockets,
      starter: starter,
      workers: workers,
      master: options.flag("master-as-root") == false ? workers : masterAsRoot(starter, workers),
      user: options.text("uid"),
      group: options.text("gid"),
      processes: processes,
      folder: folder,
      pidFiles: written,
      logFiles: logFiles,
      daemonize: options.text("daemonize", "daemonize2"),
      applications: applications,
      needsApplication: options.flag("need-app"),
      emperor: options.all("emperor").map { options.setting($0, $0.value?.string) },
      vassals: vassals,
      loadedPlugins: plugins.loaded,
      answersPlainRequests: answersPlainRequests,
      cleansUp: options.flag("vacuum")
    )
  }

  mutating func report(
    _ fact: UwsgiProblem.Fact, at span: SourceSpan, _ consequence: SourceText.Consequence,
    related: [RelatedSpan] = []
  ) {
    let problem = UwsgiProblem(fact, at: span, consequence, related: related)
    if !problems.contains(problem) { problems.append(problem) }
  }

  func absolute(_ path: String, in folder: String?) -> String? {
    if path.hasPrefix("/") { return FilePath.normalized(path) }
    return folder.map { FilePath.normalized($0 + "/" + path) }
  }

  func isAbsent(_ path: String) -> Bool {
    if case .absent = tree.lookup(path) { true } else { false }
  }

  private func masterAsRoot(
    _ starter: UwsgiIdentity, _ workers: UwsgiIdentity?
  ) -> UwsgiIdentity? {
    options.flag("master-as-root") == true ? starter : nil
  }

  /// The Emperor starts its vassals before privileges drop late (`uwsgi_start`).
  private func emperorIdentity(
    starter: UwsgiIdentity, workers: UwsgiIdentity?
  ) -> UwsgiIdentity? {
    dropsLate.flatMap { $0 ? starter : workers }
  }

  /// Python's plugin answers requests of modifier 0, which is nginx's default.
  private var answersPlainRequests: Bool? {
    switch plugins.presence(of: "python") {
    case .present: true
    case .absent: plugins.presence(of: "pypy") == .absent ? false : nil
    case .unknown: nil
    }
  }

  private mutating func checkPlugins(_ sockets: [UwsgiSocket]) {
    // An Emperor is asked nothing: its vassals load plugins of their own.
    if sockets.isEmpty, !options.all("emperor").isEmpty { return }
    guard plugins.loaded.isEmpty, plugins.maybe.isEmpty, !plugins.mayHaveMore, isComplete else {
      return
    }
    report(.noRequestPlugin, at: commandSpan, .warns)
  }
}

/// Whether there is a master, as far as the options read so far tell.
struct MasterState {
  var value: Bool? = false
  var option: String?
  var span: SourceSpan?
}
