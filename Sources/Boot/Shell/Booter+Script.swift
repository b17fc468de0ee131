internal import Machine
internal import ShellScript
internal import SourceText

extension Booter {
  /// Runs a script as far as its commands are reached.
  mutating func run(_ list: ShellList, _ state: inout ShellState) {
    for (index, item) in list.items.enumerated() {
      guard state.end == nil else { return }
      run(item, &state, isLast: index == list.items.count - 1 && !state.isInLoop)
    }
  }

  /// What succeeds is taken to succeed: `||` is what happens otherwise.
  private mutating func run(_ item: ShellItem, _ state: inout ShellState, isLast: Bool) {
    for (index, part) in item.pipelines.enumerated() {
      guard state.end == nil else { return }
      let isLastPart = isLast && index == item.pipelines.count - 1
      if part.condition == .afterFailure {
        doubting(&state) { booter, state in
          booter.run(part.pipeline, &state, isBackground: item.isBackground, isLast: isLastPart)
        }
      } else {
        run(part.pipeline, &state, isBackground: item.isBackground, isLast: isLastPart)
      }
    }
  }

  private mutating func run(
    _ pipeline: ShellPipeline, _ state: inout ShellState, isBackground: Bool, isLast: Bool
  ) {
    for (index, command) in pipeline.commands.enumerated() {
      let isInBackground = isBackground || index < pipeline.commands.count - 1
      perform(command, state)
      switch command {
      case .simple(let command): run(command, &state, isBackground: isInBackground, isLast: isLast)
      case .group(let list, _), .subshell(let list, _): run(list, &state)
      case .function: continue
      case .unknown: boot.isComplete = false
      case .conditional(let conditional):
        doubting(&state) { booter, state in
          for branch in conditional.branches { booter.run(branch.body, &state) }
          if let list = conditional.otherwise { booter.run(list, &state) }
        }
      case .forLoop(let loop): runLoop(loop.body, &state)
      case .whileLoop(let loop):
        state.mayWait = true
        runLoop(loop.body, &state)
      case .choice(let choice):
        doubting(&state) { booter, state in
          for branch in choice.branches { booter.run(branch.body, &state) }
        }
      }
    }
  }

  private mutating func runLoop(_ body: ShellList, _ state: inout ShellState) {
    doubting(&state) { booter, state in
      let outer = state.isInLoop
      state.isInLoop = true
      booter.run(body, &state)
      state.isInLoop = outer
    }
  }

  /// Lets a command change the files: folders that an entrypoint makes are there when servers start.
  ///
  /// Groups and lists are not performed as a whole, since each of their commands will be.
  private mutating func perform(_ command: ShellCommand, _ state: ShellState) {
    guard state.doubt == 0, container.image != nil else { return }
    switch command {
    case .simple(let simple):
      guard let name = simple.words.first?.literal, ShellTools.finish(name) else { return }
      changeFiles(command, state, at: simple.span)
    case .conditional, .forLoop, .whileLoop, .choice:
      changeFiles(command, state, at: state.start.span)
    case .group, .subshell, .function, .unknown:
      return
    }
  }

  /// Runs what may be run or not: what it would start makes the boot incomplete, no more.
  private mutating func doubting(
    _ state: inout ShellState, _ body: (inout Booter, inout ShellState) -> Void
  ) {
    var inner = state
    inner.doubt += 1
    body(&self, &inner)
    // A branch that replaces the shell leaves the other way open.
    inner.end = nil
    inner.doubt -= 1
    state = inner
  }

  private mutating func run(
    _ command: SimpleCommand, _ state: inout ShellState, isBackground: Bool, isLast: Bool
  ) {
    assign(command, &state)
    guard !command.words.isEmpty else { return }
    guard let words = state.words(command) else {
      if isLast || command.words.first?.literal == "exec" { boot.isComplete = false }
      return
    }
    guard let name = words.first?.text else { return }
    state.mayWait = state.mayWait || ShellTools.mayWait(name)
    if name == "wait", words.contains(where: { $0.text == "-n" }) { state.waitsForFirst = true }
    if runBuiltIn(name, words, command, &state) || ShellTools.finish(name) { return }
    guard state.doubt == 0 else {
      if ProgramName(name) != .unknown { boot.isComplete = false }
      return
    }
    startProgram(words, command, &state, isBackground: isBackground, isLast: isLast)
  }

  /// Starts the one command of a script in place of its shell.
  mutating func runOnly(_ command: SimpleCommand, _ state: inout ShellState) -> Int? {
    assign(command, &state)
    guard let words = state.words(command), !words.isEmpty else {
      boot.isComplete = false
      return nil
    }
    return startNow(words, command, state)
  }

  /// A program in the foreground that is not the last, and that nobody knows, is taken to finish.
  private mutating func startProgram(
    _ words: [Argument], _ command: SimpleCommand, _ state: inout ShellState, isBackground: Bool,
    isLast: Bool
  ) {
    let mayStay = isBackground || isLast || ProgramName(words[0].text).isServer
    guard mayStay else { return }
    let id = startNow(words, command, state)
    guard !isBackground, let id, boot.processes[id].stays != false else { return }
    // What may leave its shell may let the next one start.
    if boot.processes[id].stays == nil, !isLast { boot.isComplete = false }
    state.end = .stopped
  }

  private mutating func startNow(
    _ words: [Argument], _ command: SimpleCommand, _ state: ShellState
  ) -> Int? {
    var start = state.start
    start.invocation.arguments = words
    if !state.isForeign { start.span = command.span }
    return run(start)
  }

  private func assign(_ command: SimpleCommand, _ state: inout ShellState) {
    for assignment in command.assignments {
      let text = assignment.value.text(in: state.scope).known
      let value = assignment.appends ? nil : text
      let isExported = state.start.invocation.environment.values[assignment.name] != nil
      state.set(assignment.name, to: state.doubt == 0 ? value : nil, exporting: isExported)
    }
  }

  /// Runs a command of the shell itself; false where it is none.
  private mutating func runBuiltIn(
    _ name: String, _ words: [Argument], _ command: SimpleCommand, _ state: inout ShellState
  ) -> Bool {
    switch name {
    case "exec" where words.count > 1:
      guard state.doubt == 0 else {
        boot.isComplete = false
        // Then the shell is another program, which nobody knows.
        if let shell = state.start.parent { boot.processes[shell].mayListen = true }
        return true
      }
      state.end = .replaced(by: startNow(Array(words.dropFirst()), command, state))
    case "exec": break
    case "cd":
      let folder = words.dropFirst().first?.text ?? "/root"
      state.start.invocation.workingDirectory =
        state.doubt == 0 ? folder.absolute(in: state.start.invocation.workingDirectory) : nil
    case "export": state.export(words.dropFirst().map(\.text))
    case "unset": for word in words.dropFirst() { state.set(word.text, to: nil, exporting: false) }
    case "exit", "return": if state.doubt == 0 { state.end = .stopped }
    case ".", "source": boot.isComplete = boot.isComplete && state.doubt > 0
    default: return false
    }
    return true
  }
}

extension ProgramName {
  /// Whether it is one of the programs that serve for as long as the container lives.
  fileprivate var isServer: Bool {
    switch self {
    case .supervisord, .nginx, .uwsgi, .service, .wrapper: true
    default: false
    }
  }
}

extension ShellState {
  fileprivate mutating func set(_ name: String, to value: String?, exporting: Bool) {
    scope[name] = value.map(ShellScope.Value.known) ?? .unknown
    if exporting { start.invocation.environment.values[name] = value }
  }

  fileprivate mutating func export(_ words: [String]) {
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      if parts.count == 2 {
        set(name, to: doubt == 0 ? String(parts[1]) : nil, exporting: true)
      } else if case .known(let value) = scope[name] {
        set(name, to: doubt == 0 ? value : nil, exporting: true)
      }
    }
  }
}

/// Commands that end by themselves and start nothing that goes on.
enum ShellTools {
  static func finish(_ name: String) -> Bool {
    finishing.contains(name.split(separator: "/").last.map(String.init) ?? name)
  }

  /// Whether a command may go on for as long as its arguments or others want.
  static func mayWait(_ name: String) -> Bool {
    ["cat", "nc", "read", "sleep", "tee", "wait"].contains(name)
  }

  private static let finishing: Set<String> = [
    ":", "[", "[[", "awk", "basename", "cat", "chgrp", "chmod", "chown", "cp", "curl", "cut",
    "date", "dirname", "echo", "envsubst", "expr", "false", "find", "getent", "grep",
    "head", "hostname", "id", "install", "ln", "ls", "mkdir", "mktemp", "mv", "nc", "printenv",
    "printf", "pwd", "read", "readlink", "rm", "rmdir", "sed", "seq", "set", "shift", "sleep",
    "sort", "stat", "tee", "test", "touch", "tr", "trap", "true", "ulimit", "umask", "uname",
    "wait", "wc", "wget", "which", "whoami", "xargs",
  ]
}
