internal import Machine
internal import SourceText
internal import SupervisorConfig

extension Booter {
  mutating func runSupervisord(_ start: Start, _ executable: Executable) -> Int? {
    let loader = SupervisorLoader(
      invocation: start.invocation, tree: container.files, accounts: container.accounts,
      hostName: container.machine.hostName, userID: start.user.id)
    let configuration = loader.load(files: &sources)
    let id = add(start, executable, as: .supervisord)
    boot.processes[id].configuration = .supervisord(configuration)
    boot.processes[id].starts = configuration.wouldStart
    boot.processes[id].stays = stays(configuration)
    if !configuration.isComplete { boot.isComplete = false }
    if let reference = configuration.supervisord?.user?.value {
      boot.processes[id].user = ProcessUser(
        name: reference.text, id: reference.id, groupID: reference.groupID)
    }
    for process in configuration.runningProcesses where process.autostart.value != false {
      startProgram(process, of: id, start)
    }
    return id
  }

  /// A file that is included but not known may say so; what the command line says stands.
  private func stays(_ configuration: SupervisorConfiguration) -> Bool? {
    let nodaemon = configuration.supervisord?.nodaemon.value
    return nodaemon == true || configuration.isComplete ? nodaemon : nil
  }

  private mutating func startProgram(_ process: SupervisorProcess, of parent: Int, _ start: Start) {
    let words = process.command.words
    guard process.command.fault == nil, !words.isEmpty else {
      if process.command.text.value == nil { boot.isComplete = false }
      return
    }
    var environment = start.invocation.environment
    for pair in process.environment {
      environment.values[pair.name] = pair.value
    }
    environment.isComplete = environment.isComplete && process.isEnvironmentComplete
    let directory = process.directory.map(\.value) ?? start.invocation.workingDirectory
    run(
      Start(
        invocation: Invocation(
          arguments: words.map { Argument($0.text, span: $0.span) },
          environment: environment, workingDirectory: directory),
        user: user(of: process, parent: boot.processes[parent].user),
        parent: parent, span: process.command.text.span ?? process.span,
        supervisorProgram: process, depth: start.depth + 1))
  }

  private func user(of process: SupervisorProcess, parent: ProcessUser) -> ProcessUser {
    guard let setting = process.user else { return parent }
    guard let reference = setting.value else { return .unknown }
    return ProcessUser(name: reference.text, id: reference.id, groupID: reference.groupID)
  }
}
