internal import Image
internal import Machine
internal import ShellScript
package import SourceText
internal import SupervisorConfig

/// Starts a container on paper: each process is followed to the processes that it starts.
package struct Booter: Sendable {
  private(set) var container: Container
  var sources: SourceFiles
  var boot = Boot()

  /// How deep processes may start processes, so that a script that starts itself ends.
  static let depthLimit = 20

  init(_ container: Container, sources: SourceFiles) {
    self.container = container
    self.sources = sources
  }

  /// The processes of a container, which its scripts may change as they start.
  ///
  /// The files that the processes read are added to the sources.
  package static func boot(_ container: inout Container, sources: inout SourceFiles) -> Boot {
    var booter = Booter(container, sources: sources)
    booter.startFirstProcess()
    booter.noteWhatWasRead(after: sources)
    booter.readApplication()
    sources = booter.sources
    container = booter.container
    return booter.boot
  }

  /// What is known of a process before it starts.
  struct Start {
    var invocation: Invocation
    var user: ProcessUser
    var parent: Int?
    var span: SourceSpan?
    var supervisorProgram: SupervisorProcess?
    var depth = 0
  }

  private mutating func startFirstProcess() {
    guard let command = container.command else {
      boot.isComplete = false
      return
    }
    guard !command.isEmpty else {
      if let span = container.commandSpan { boot.problems.append(.noCommand(span)) }
      return
    }
    let start = Start(
      invocation: Invocation(
        arguments: command, environment: container.environment,
        workingDirectory: container.workingDirectory),
      user: container.user, parent: nil, span: container.commandSpan
    )
    start.run(&self)
    noteWhereTheFirstProcessLeaves()
  }

  /// Says which files the processes have read, since the sources were `before`.
  mutating func noteWhatWasRead(after before: SourceFiles) {
    boot.readPaths = Set(sources.files.dropFirst(before.files.count).map(\.path))
  }

  /// PID 1 decides how long the container lives.
  private mutating func noteWhereTheFirstProcessLeaves() {
    guard let first = boot.processes.first, first.stays == false, let span = first.span else {
      return
    }
    guard first.program == .supervisord || first.program == .nginx || first.program == .uwsgi else {
      return
    }
    boot.problems.append(.firstProcessLeaves(first.program.rawValue, span))
  }

  /// Does to the image's files what a command of a script does.
  mutating func changeFiles(_ command: ShellCommand, _ state: ShellState, at span: SourceSpan?) {
    // What runs has done so already: once more would write everything twice.
    guard !container.isRunning, var image = container.image, let span = span ?? beginning else {
      return
    }
    let start = state.start
    let shell = EntrypointShell(
      variables: start.invocation.environment.values,
      isEnvironmentComplete: start.invocation.environment.isComplete,
      folder: start.invocation.workingDirectory, arguments: state.scope.arguments ?? [],
      userID: start.user.id, groupID: start.user.groupID)
    image.perform(command, in: shell, at: span, sources: &sources)
    container.image = image
    container.files = image
    container.accounts = image.accounts
  }

  /// Where an entrypoint of the base image is told of: no instruction names it.
  var beginning: SourceSpan? {
    sources.files.first.map { SourceSpan(file: $0.id, start: 0, end: 0) }
  }

  /// Starts a process; the id that it gets, or nil where it only replaced itself by others.
  @discardableResult
  mutating func run(_ start: Start) -> Int? {
    guard start.depth < Self.depthLimit, let word = start.invocation.arguments.first else {
      boot.isComplete = false
      return nil
    }
    let search = CommandSearch(
      files: container.files, searchPath: start.invocation.environment.values["PATH"],
      workingDirectory: start.invocation.workingDirectory)
    let executable = search.executable(word.text)
    return switch ProgramName(word.text) {
    case .supervisord: runSupervisord(start, executable)
    case .nginx: runNginx(start, executable)
    case .uwsgi: runUwsgi(start, executable)
    case .wrapper(let wrapper): runWrapped(start, by: wrapper, executable)
    case .shell: runShell(start, executable)
    case .service: runService(start, executable)
    case .python: add(start, executable, as: .python, mayListen: true)
    case .quiet: add(start, executable, as: .other, mayListen: false)
    case .unknown: runUnknown(start, executable)
    }
  }

  /// Adds a process that starts nothing else.
  @discardableResult
  mutating func add(
    _ start: Start, _ executable: Executable, as program: BootProcess.Program,
    mayListen: Bool = false
  ) -> Int {
    let id = boot.processes.count
    boot.processes.append(
      BootProcess(
        id: id, parent: start.parent, program: program,
        supervisorProgram: start.supervisorProgram, invocation: start.invocation,
        executable: executable, user: start.user, mayListen: mayListen, span: start.span))
    return id
  }

  /// A program of no known name: a script is followed, anything else may do whatever it likes.
  private mutating func runUnknown(_ start: Start, _ executable: Executable) -> Int? {
    if executable.presence != .absent, isShellScript(executable.path) {
      return runShell(start, executable)
    }
    return add(start, executable, as: .other, mayListen: true)
  }
}

extension Booter.Start {
  fileprivate func run(_ booter: inout Booter) {
    booter.run(self)
  }
}
