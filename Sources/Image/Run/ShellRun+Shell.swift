import Machine
import ShellScript
import SourceText

extension ShellRun {
  mutating func changeFolder(_ line: CommandLine) -> CommandOutcome {
    var target = line.arguments.last ?? state.variables["HOME"] ?? "/root"
    if target == "-" { target = state.variables["OLDPWD"] ?? String(Unknown.mark) }
    let path = state.path(target)
    let old = state.folder
    state.folder = path
    guard !Unknown.isIn(path) else { return .unknown }
    switch image.node(at: path) {
    case .present(let node):
      if let real = image.tree.realPath(of: path) { state.folder = real }
      guard node.kind == .folder else {
        state.folder = old
        return .fails
      }
      state.variables["OLDPWD"] = old
      if line.name == "pushd" { state.foldersLeft.append(old) }
      return .succeeds
    case .absent:
      state.folder = old
      if line.mustSucceed { report(.missingFile(command: "cd", path: path)) }
      return .fails
    case .unknown:
      return .unknown
    }
  }

  mutating func returnToFolder() -> CommandOutcome {
    state.folder = state.foldersLeft.popLast() ?? String(Unknown.mark)
    return .unknown
  }

  mutating func setOptions(_ line: CommandLine) -> CommandOutcome {
    for (position, argument) in line.arguments.enumerated() {
      if argument == "--" {
        let name = state.arguments.first ?? "sh"
        state.arguments = [name] + line.arguments[(position + 1)...]
        break
      }
      if argument.hasPrefix("-"), argument.dropFirst().contains("e") { state.stopsOnFailure = true }
      if argument == "errexit" { state.stopsOnFailure = true }
      if argument.hasPrefix("+"), argument.contains("e") { state.stopsOnFailure = false }
    }
    return .succeeds
  }

  mutating func export(_ line: CommandLine) -> CommandOutcome {
    for argument in line.arguments {
      guard let sign = argument.firstIndex(of: "=") else { continue }
      state.variables[String(argument[..<sign])] = String(argument[argument.index(after: sign)...])
    }
    return .succeeds
  }

  /// `exit`, `return`, `break` and `continue`.
  mutating func end(_ line: CommandLine) -> CommandOutcome {
    let status = line.arguments.first.map { Int($0) } ?? 0
    switch line.name {
    case "exit": state.cut = Cut(level: .script, hasFailed: status != nil && status != 0)
    case "return": state.cut = Cut(level: .function)
    default: state.cut = Cut(level: .loop, goesOn: line.name == "continue")
    }
    guard line.name == "exit" || line.name == "return" else { return .succeeds }
    return line.arguments.isEmpty || status == nil ? .unknown : status == 0 ? .succeeds : .fails
  }

  mutating func shift(_ line: CommandLine) -> CommandOutcome {
    guard let count = Int(line.arguments.first ?? "1"), count >= 0 else { return .unknown }
    guard count < state.arguments.count else { return .fails }
    state.arguments.removeSubrange(1..<(1 + count))
    return .succeeds
  }

  mutating func setMask(_ line: CommandLine) -> CommandOutcome {
    guard let text = line.arguments.first(where: { !$0.hasPrefix("-") }) else { return .unknown }
    state.mask = Int(text, radix: 8)
    return .succeeds
  }

  mutating func unset(_ line: CommandLine) -> CommandOutcome {
    for name in line.arguments { state.variables[name] = nil }
    return .succeeds
  }

  // MARK: - Conditions

  mutating func test(_ line: CommandLine) -> CommandOutcome {
    var words = line.arguments
    if line.name == "[", words.last == "]" { words.removeLast() }
    return test(words[...])
  }

  private func test(_ words: ArraySlice<String>) -> CommandOutcome {
    guard let first = words.first else { return .fails }
    if words.contains(where: Unknown.isIn) { return .unknown }
    if first == "!" { return test(words.dropFirst()).negated }
    let operands = Array(words)
    switch operands.count {
    case 1: return first.isEmpty ? .fails : .succeeds
    case 2: return test(first, operands[1])
    case 3: return compare(operands[0], operands[1], operands[2])
    default: return .unknown
    }
  }

  private func test(_ sign: String, _ operand: String) -> CommandOutcome {
    switch sign {
    case "-n": return operand.isEmpty ? .fails : .succeeds
    case "-z": return operand.isEmpty ? .succeeds : .fails
    case "-e", "-f", "-d", "-L", "-h", "-x", "-r", "-w", "-s":
      let node = image.node(at: state.path(operand), followingLast: sign != "-L" && sign != "-h")
      guard case .present(let found) = node else {
        return node.presence == .absent ? .fails : .unknown
      }
      switch sign {
      case "-e": return .succeeds
      case "-d": return found.kind == .folder ? .succeeds : .fails
      case "-f": return found.kind == .file ? .succeeds : .fails
      case "-L", "-h":
        guard case .link = found.kind else { return .fails }
        return .succeeds
      default: return .unknown
      }
    default: return .unknown
    }
  }

  private func compare(_ left: String, _ sign: String, _ right: String) -> CommandOutcome {
    switch sign {
    case "=", "==": left == right ? .succeeds : .fails
    case "!=": left != right ? .succeeds : .fails
    case "-eq", "-ne", "-gt", "-ge", "-lt", "-le":
      if let left = Int(left), let right = Int(right) {
        Self.holds(left, sign, right) ? .succeeds : .fails
      } else {
        .unknown
      }
    default: .unknown
    }
  }

  private static func holds(_ left: Int, _ sign: String, _ right: Int) -> Bool {
    switch sign {
    case "-eq": left == right
    case "-ne": left != right
    case "-gt": left > right
    case "-ge": left >= right
    case "-lt": left < right
    default: left <= right
    }
  }

  // MARK: - Other scripts

  /// `sh -c text`, `sh script`, or a script from a pipe.
  mutating func runShell(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(line.arguments, taking: ["c", "o"], isOrdered: true)
    let outer = state
    defer { state = outer }
    if line.name == "bash" { state.dialect = .bash }
    if options.has("e") { state.stopsOnFailure = true }
    for bundle in line.arguments where bundle.hasPrefix("-") && !bundle.hasPrefix("--") {
      // In `-exc` the text is the next word, which the options took for it.
      if bundle.contains("e") { state.stopsOnFailure = true }
    }
    if let text = options.value("c") {
      state.arguments = options.operands.isEmpty ? ["sh"] : options.operands
      return runText(text, line)
    }
    if let script = options.operands.first, script != "-", !options.has("s") {
      return runScript(at: script, line, arguments: options.operands)
        ?? unreadable(script, line)
    }
    // `bash -` and `sh -s -- words` read the script from the pipe.
    state.arguments = [line.name] + options.operands.filter { options.has("s") || $0 != "-" }
    guard let text = input else {
      doubtEverything(because: line.name)
      return .unknown
    }
    return runText(String(decoding: text, as: UTF8.self), line)
  }

  private mutating func unreadable(_ script: String, _ line: CommandLine) -> CommandOutcome {
    let path = state.path(script)
    if image.node(at: path).presence == .absent, !Unknown.isIn(path) {
      if line.mustSucceed { report(.missingFile(command: line.name, path: path)) }
      return .fails
    }
    doubtEverything(because: script)
    return .unknown
  }

  /// `. script` runs it in the same shell; that of a virtual environment makes its Python the first.
  mutating func source(_ line: CommandLine) -> CommandOutcome {
    guard let script = line.arguments.first else { return .succeeds }
    let path = state.path(script)
    if path.hasSuffix("/bin/activate") {
      let folder = String(path.dropLast("/activate".count))
      state.variables["VIRTUAL_ENV"] = String(folder[...].dropLastName)
      state.variables["PATH"] = folder + ":" + (state.variables["PATH"] ?? "")
      return .unknown
    }
    // Without arguments of its own the script sees those of the shell; dash never gives it others.
    let own = state.dialect == .bash ? Array(line.arguments.dropFirst()) : []
    let arguments = own.isEmpty ? state.arguments : Array(state.arguments.prefix(1)) + own
    return runScript(at: script, line, arguments: arguments, keepsState: true)
      ?? unreadable(script, line)
  }

  /// Runs a script that is in the image, if its content is known and it is one for a shell.
  mutating func runScript(
    at operand: String, _ line: CommandLine, arguments: [String]? = nil, keepsState: Bool = false
  ) -> CommandOutcome? {
    let path = state.path(operand)
    guard depth < Self.depthLimit, !Unknown.isIn(path),
      case .present(let node) = image.node(at: path),
      node.kind == .file, let bytes = image.bytes(of: node)
    else { return nil }
    let firstLine = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    if firstLine.hasPrefix("#!"), !firstLine.contains("sh") { return nil }
    var origin: String?
    if case .buildFolder(let relative) = node.origin { origin = relative }
    let file = sources.add(path: path, origin: origin, bytes: bytes)
    let outer = state
    state.arguments = arguments ?? [operand] + line.arguments
    if !keepsState { state.stopsOnFailure = false }
    if firstLine.contains("bash") { state.dialect = .bash }
    if firstLine.hasPrefix("#!"), firstLine.contains(" -"), firstLine.hasSuffix("e") {
      state.stopsOnFailure = true
    }
    depth += 1
    let outcome = run(ShellScript(file).list, line.expectation)
    leave(keepsState ? .function : .script)
    depth -= 1
    let inner = state
    state = outer
    if keepsState { (state.variables, state.folder) = (inner.variables, inner.folder) }
    return outcome
  }

  /// Runs a text that a command was given as a script.
  mutating func runText(_ text: String, _ line: CommandLine) -> CommandOutcome {
    guard depth < Self.depthLimit, !Unknown.isIn(text) else {
      doubtEverything(because: line.name)
      return .unknown
    }
    depth += 1
    defer { depth -= 1 }
    defer { leave(.script) }
    return run(ShellScript(SpannedText(text, span: span)).list, line.expectation)
  }
}
