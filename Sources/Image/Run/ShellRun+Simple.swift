import Machine
import ShellScript
import SourceText

extension ShellRun {
  /// Runs a program, a built-in or a function; assignments alone set variables.
  mutating func run(_ command: SimpleCommand, _ expectation: Expectation) -> CommandOutcome {
    budget -= 1
    let outer = state.variables
    for assignment in command.assignments {
      let value = expander.text(assignment.value)
      let old = assignment.appends ? state.variables[assignment.name] ?? "" : ""
      state.variables[assignment.name] = old + value
    }
    let words = expander.fields(command.words)
    let before = image
    output = nil
    if let given = command.redirections.last(where: \.givesInput) { input = bytes(from: given) }
    if command.redirections.contains(where: cannotOpen) { return .fails }
    guard !words.isEmpty else {
      redirect(command.redirections, output: [])
      return .succeeds
    }
    let outcome = run(words, expectation)
    noteAccounts(changedSince: before, by: words[0])
    if !command.assignments.isEmpty { restore(command.assignments.map(\.name), from: outer) }
    redirect(command.redirections, output: output)
    switch (outcome, expectation) {
    case (.unknown, .mayFail):
      image = before.merged(with: image)
      return .unknown
    case (.unknown, .shouldSucceed) where conditionPrograms.contains(words[0]):
      return .unknown
    case (.unknown, _):
      return .succeeds
    default:
      return outcome
    }
  }

  /// Runs words as a command.
  mutating func run(_ words: [String], _ expectation: Expectation) -> CommandOutcome {
    guard let first = words.first, !Unknown.isIn(first) else {
      doubtEverything(because: words.first ?? "", naming: Array(words.dropFirst()))
      return .unknown
    }
    if let body = state.functions[first], depth < Self.depthLimit * 3 {
      let outer = state.arguments
      state.arguments = words
      defer { state.arguments = outer }
      let outcome = run(body, expectation)
      leave(.function)
      return outcome
    }
    var line = CommandLine(words: words, expectation: expectation)
    line.isPath = first.contains("/")
    return perform(line)
  }

  private mutating func restore(_ names: [String], from old: [String: String]) {
    for name in names { state.variables[name] = old[name] }
  }

  /// What a command reads instead of the pipe; nil where that is not known.
  private func bytes(from redirection: ShellRedirection) -> [UInt8]? {
    var text = ""
    switch redirection.kind {
    case .heredoc: text = redirection.body.map(expander.text) ?? ""
    case .text: text = expander.text(redirection.target) + "\n"
    default:
      let path = state.path(expander.text(redirection.target))
      guard !Unknown.isIn(path), case .present(let node) = image.node(at: path) else { return nil }
      return image.bytes(of: node)
    }
    return Unknown.isIn(text) ? nil : Array(text.utf8)
  }

  // MARK: - Redirections

  /// Whether a file cannot be made, since its folder is not there or another user's.
  private func cannotOpen(_ redirection: ShellRedirection) -> Bool {
    switch redirection.kind {
    case .output, .append, .outputAndErrors, .both: break
    default: return false
    }
    let path = state.path(expander.text(redirection.target))
    guard !Unknown.isIn(path), image.node(at: path).presence == .absent else { return false }
    let folder = String(path[...].dropLastName)
    let isGone = !folder.isEmpty && image.node(at: folder).presence == .absent
    return isGone || permission(toWrite: path) == .fails
  }

  /// Writes what a command printed to the files that it is sent to.
  mutating func redirect(_ redirections: [ShellRedirection], output printed: [UInt8]?) {
    for redirection in redirections {
      let appends = redirection.kind == .append
      switch redirection.kind {
      case .output, .append, .outputAndErrors, .both:
        let isErrors = redirection.descriptor == 2
        let target = expander.text(redirection.target)
        // What goes to standard error is hardly ever known, but mostly nothing.
        write(isErrors ? nil : printed, to: target, appends: appends)
        if !isErrors { output = [] }
      default:
        continue
      }
    }
  }

  /// Makes or changes a file that something is written to.
  mutating func write(_ bytes: [UInt8]?, to target: String, appends: Bool) {
    guard let path = known(target) else { return }
    guard !path.hasPrefix("/dev/"), !path.hasPrefix("/proc/") else { return }
    let old = image.tree.node(at: path)
    // Without permission the shell does not even start the command.
    if old.presence == .absent, permission(toWrite: path) == .fails { return }
    var content = bytes.map(FileContent.bytes) ?? .unknown
    if appends {
      switch old {
      case .absent: break
      case .unknown: content = .unknown
      case .present(let node):
        let before = image.bytes(of: node)
        content = before.flatMap { before in bytes.map { .bytes(before + $0) } } ?? .unknown
      }
    }
    noteAccounts(in: path, adding: appends ? bytes : nil)
    if let node = old.node, node.kind == .file {
      image.tree.update(path) { node in
        node.content = content
        node.span = span
      }
      return
    }
    var node = newNode(.file, mode: 0o644)
    node.content = content
    if case .unknown = old { (node.owner, node.group, node.mode) = (nil, nil, nil) }
    image.tree.place(node, at: path, followingLast: true)
    inheritGroup(at: path)
  }

  // MARK: - Paths

  /// A node of the kind that the shell's user makes.
  func newNode(_ kind: FileKind, mode: Int?) -> FileNode {
    var mode = mode
    if state.mask != 0o022, kind == .file || kind == .folder {
      mode = state.mask.map { (kind == .folder ? 0o777 : 0o666) & ~$0 }
    }
    return FileNode(
      kind: kind, owner: state.owner, group: state.group, mode: mode, origin: .instruction,
      span: span)
  }

  /// The absolute path of an operand; nil, and doubt about its folder, where it is not wholly known.
  mutating func known(_ operand: String) -> String? {
    let path = state.path(operand)
    guard Unknown.isIn(path) else { return path }
    // A text of which not even the first character is known may be an absolute path.
    let folder = operand.first == Unknown.mark ? "" : Unknown.knownFolder(of: path)
    if folder.isEmpty {
      image.tree.open(below: "/") { _ in false }
      image.tree.forgetAbsences { _ in false }
    } else {
      image.tree.doubtContents(below: folder)
    }
    return nil
  }

  /// Says that a command whose effects nobody can tell may have changed anything.
  ///
  /// What is there stays there, since hardly any command takes away what it is not told to.
  mutating func doubtEverything(because command: String, naming operands: [String] = []) {
    for operand in operands where operand.contains("/") && !operand.hasPrefix("-") {
      guard let path = known(operand) else { continue }
      if path != "/", image.tree.node(at: path).presence != .absent || !operand.contains("://") {
        image.tree.doubtContents(below: path)
      }
    }
    image.tree.open(below: "/") { _ in false }
    image.tree.forgetAbsences { _ in false }
    image.doubts.append(ImageDoubt(span: span, command: command))
  }
}

/// A command with its arguments, all expanded.
struct CommandLine {
  var words: [String]
  var expectation: Expectation

  /// Whether the program was written as a path.
  var isPath = false

  /// The program's name without its folder.
  var name: String {
    words[0].split(separator: "/").last.map(String.init) ?? words[0]
  }

  var arguments: [String] {
    Array(words.dropFirst())
  }

  var mustSucceed: Bool {
    expectation == .mustSucceed
  }
}

/// Programs that are run for their answer alone.
private let conditionPrograms: Set = [
  "test", "[", "grep", "egrep", "fgrep", "id", "getent", "command", "which", "type", "cmp", "diff",
  "pgrep", "ls", "stat", "hash", "[[",
]

extension ShellRedirection {
  /// Whether it says where standard input comes from.
  fileprivate var givesInput: Bool {
    switch kind {
    case .heredoc, .text: true
    case .input: descriptor == nil || descriptor == 0
    default: false
    }
  }
}
