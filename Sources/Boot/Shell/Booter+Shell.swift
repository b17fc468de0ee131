internal import Image
internal import Machine
internal import ShellScript
internal import SourceText

extension Booter {
  /// Follows a shell: `sh -c TEXT`, `sh FILE`, or a script that is executed itself.
  mutating func runShell(_ start: Start, _ executable: Executable) -> Int? {
    guard let job = ShellJob(start.invocation, self) else {
      boot.isComplete = false
      return add(start, executable, as: .shell, mayListen: true)
    }
    if let source = job.file { keep(source) }
    // dash from 0.5.11 and busybox replace themselves by a single simple command.
    if job.file == nil, let command = job.script.list.onlyCommand,
      command.words.first?.literal != "exec"
    {
      var state = ShellState(start, job, shell: start.parent)
      return runOnly(command, &state)
    }
    let id = add(start, executable, as: .shell)
    var state = ShellState(start, job, shell: id)
    state.isForeign = job.file.map { isOfBaseImage($0.path) } ?? false
    if state.isForeign, state.start.span == nil { state.start.span = beginning }
    run(job.script.list, &state)
    boot.processes[id].stays = state.end != nil ? true : state.mayWait ? nil : false
    boot.processes[id].waitsForFirst = state.waitsForFirst
    if case .replaced(let by)? = state.end { return take(by, inPlaceOf: id) }
    return id
  }

  /// The program that `exec` starts takes the shell's place in the tree.
  private mutating func take(_ process: Int?, inPlaceOf shell: Int) -> Int? {
    guard let process else { return shell }
    for index in boot.processes.indices where boot.processes[index].parent == shell {
      boot.processes[index].parent =
        index == process ? boot.processes[shell].parent : process
    }
    boot.retire(shell)
    return process - 1
  }

  /// Whether nobody wrote a file of the image for this stack.
  private func isOfBaseImage(_ path: String) -> Bool {
    guard let image = container.image, case .present(let node) = image.node(at: path) else {
      return false
    }
    return node.origin.isOfDistribution
  }

  mutating func keep(_ file: SourceFile) {
    _ = sources.add(path: file.path, origin: file.origin, bytes: file.bytes)
  }

  /// Starts what `service NAME start` would; the init script returns at once.
  mutating func runService(_ start: Start, _ executable: Executable) -> Int? {
    let words = start.invocation.arguments.map(\.text)
    guard words.count >= 3, words[2] == "start" || words[2] == "restart" else {
      return add(start, executable, as: .other)
    }
    return startService(named: words[1], start)
  }

  /// What Debian's init scripts start (nginx 1.22.1-9, supervisor 4.2.5-1).
  mutating func startService(named name: String, _ start: Start) -> Int? {
    let commands = [
      "nginx": ["/usr/sbin/nginx"],
      "supervisor": ["/usr/bin/supervisord", "-c", "/etc/supervisor/supervisord.conf"],
    ]
    guard let words = commands[name] else {
      return add(start, Executable(path: name, presence: .unknown), as: .other, mayListen: true)
    }
    var service = start
    service.depth += 1
    service.invocation.arguments = words.map { Argument($0, span: start.span) }
    return run(service)
  }
}

extension ShellList {
  /// The command, where the whole script is one simple command in the foreground.
  fileprivate var onlyCommand: SimpleCommand? {
    guard items.count == 1, let item = items.first, !item.isBackground,
      item.pipelines.count == 1, let pipeline = item.pipelines.first?.pipeline,
      pipeline.commands.count == 1, case .simple(let command)? = pipeline.commands.first
    else { return nil }
    return command
  }
}
