import Machine

extension ShellRun {
  /// `chown`, `chgrp` and `chmod`.
  mutating func changeAttributes(_ line: CommandLine) -> CommandOutcome {
    var arguments = line.arguments
    // A mode such as `-w` looks like an option, but is the change itself.
    let hasReference = arguments.contains { $0.hasPrefix("--reference") }
    let isMode = line.name == "chmod" && !hasReference
    let first = isMode ? arguments.firstIndex { !$0.isOption(of: "RvfcR") } : nil
    let mode = first.map { arguments.remove(at: $0) }
    let options = CommandOptions(arguments, taking: ["reference", "from"])
    var operands = options.operands[...]
    let isRecursive = options.has("R", "recursive")
    if isMode {
      guard let change = mode.flatMap({ ModeChange($0) }) else {
        return doubt(operands, isRecursive)
      }
      return apply(to: operands, isRecursive, line) { node in
        if case .link = node.kind { return }
        node.mode = change.applied(to: node.mode, isFolder: node.kind == .folder)
      }
    }
    guard !hasReference, let text = operands.popFirst() else {
      return doubt(operands, isRecursive)
    }
    let owner = line.name == "chgrp" ? OwnerChange(group: text) : OwnerChange(text)
    guard let numbers = resolve(owner, line) else { return .fails }
    let followsLinks = !options.has("h", "no-dereference")
    return apply(to: operands, isRecursive, line, followingLast: followsLinks) { node in
      if owner.user != nil { node.owner = numbers.user }
      if owner.group != nil || owner.takesLoginGroup { node.group = numbers.group }
      // A file must not lend its new owner's rights to those who run it (chown(2)).
      if node.kind == .file { node.mode = node.mode.map(Self.withoutLentRights) }
    }
  }

  private static func withoutLentRights(_ mode: Int) -> Int {
    mode & ~(mode & 0o010 == 0 ? 0o4000 : 0o6000)
  }

  private mutating func apply(
    to operands: ArraySlice<String>, _ isRecursive: Bool, _ line: CommandLine,
    followingLast: Bool = true, _ change: (inout FileNode) -> Void
  ) -> CommandOutcome {
    let span = span
    func noting(_ node: inout FileNode) {
      change(&node)
      node.span = node.span ?? span
    }
    var outcome = CommandOutcome.succeeds
    for operand in operands {
      guard let path = known(operand) else {
        outcome = .unknown
        continue
      }
      switch image.node(at: path).presence {
      case .absent: return operand.contains("*") ? .unknown : fail(line, missing: path)
      case .unknown: outcome = .unknown
      case .present: break
      }
      if isRecursive {
        image.tree.updateAll(below: path, noting)
      } else {
        image.tree.update(path, followingLast: followingLast, noting)
      }
    }
    return outcome
  }

  private mutating func doubt(
    _ operands: ArraySlice<String>, _ isRecursive: Bool
  ) -> CommandOutcome {
    for operand in operands {
      guard let path = known(operand) else { continue }
      image.tree.updateAll(below: path) { ($0.owner, $0.group, $0.mode) = (nil, nil, nil) }
    }
    return .unknown
  }

  /// The numbers of an owner; nil where a name certainly stands for nobody.
  private mutating func resolve(
    _ owner: OwnerChange, _ line: CommandLine
  ) -> (user: Int?, group: Int?)? {
    var numbers: (user: Int?, group: Int?) = (nil, nil)
    if let name = owner.user {
      let account = Int(name) == nil ? image.accounts.user(named: name) : .unknown
      if case .absent = account, !Unknown.isIn(name) {
        if line.mustSucceed { report(.unknownUser(command: line.name, name: name)) }
        return nil
      }
      numbers.user = Int(name) ?? account.value?.id
      if owner.takesLoginGroup { numbers.group = account.value?.groupID }
    }
    if let name = owner.group {
      let group = Int(name) == nil ? image.accounts.group(named: name) : .unknown
      if case .absent = group, !Unknown.isIn(name) {
        if line.mustSucceed { report(.unknownGroup(command: line.name, name: name)) }
        return nil
      }
      numbers.group = Int(name) ?? group.value?.id
    }
    return numbers
  }
}

/// What `chown` is told: `user`, `user:group`, `user:`, `:group`, or with a dot for the colon.
struct OwnerChange {
  private(set) var user: String?
  private(set) var group: String?

  /// Whether the group is that of the user's login: `user:`.
  private(set) var takesLoginGroup = false

  init(_ text: String) {
    guard let sign = text.firstIndex(of: ":") ?? text.firstIndex(of: ".") else {
      user = text
      return
    }
    let (left, right) = (text[..<sign], text[text.index(after: sign)...])
    if !left.isEmpty { user = String(left) }
    if !right.isEmpty { group = String(right) }
    takesLoginGroup = right.isEmpty && !left.isEmpty
  }

  init(group: String) {
    self.group = group
  }
}

extension String {
  /// Whether it is an option with no other letters than these, or a long one.
  fileprivate func isOption(of letters: String) -> Bool {
    if hasPrefix("--") { return true }
    return hasPrefix("-") && dropFirst().allSatisfy(letters.contains)
  }
}
