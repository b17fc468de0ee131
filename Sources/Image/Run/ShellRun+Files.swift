import Machine

extension ShellRun {
  mutating func performOnFiles(_ line: CommandLine) -> CommandOutcome {
    let permission = permission(for: line)
    guard permission != .fails else { return .fails }
    let outcome = changeFiles(line)
    return permission == .unknown && outcome == .succeeds ? .unknown : outcome
  }

  private mutating func changeFiles(_ line: CommandLine) -> CommandOutcome {
    switch line.name {
    case "mkdir": makeFolders(line)
    case "touch": touch(line)
    case "truncate": touch(line)
    case "rm", "rmdir", "unlink": remove(line)
    case "ln": link(line)
    case "cp": copy(line)
    case "mv": move(line)
    default: install(line)
    }
  }

  private mutating func makeFolders(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(line.arguments, taking: ["m", "mode"])
    let mode = options.value("m", "mode").map { text in
      ModeChange(text)?.applied(to: 0o777, isFolder: true)
    }
    var outcome = CommandOutcome.succeeds
    for operand in options.operands {
      guard let path = known(operand) else {
        outcome = .unknown
        continue
      }
      let folder = newNode(.folder, mode: 0o755)
      let old = image.node(at: path)
      if options.has("p", "parents") {
        if image.tree.makeFolder(path, like: folder) == nil { return fail(line, exists: path) }
      } else {
        switch old {
        case .present: return fail(line, exists: path)
        case .unknown: outcome = .unknown
        case .absent: break
        }
        guard image.tree.place(folder, at: path) else {
          return fail(line, missing: String(path[...].dropLastName))
        }
      }
      if let mode, old.presence != .present { image.tree.update(path) { $0.mode = mode } }
      if old.presence != .present { inheritGroup(at: path) }
    }
    return outcome
  }

  private mutating func touch(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(line.arguments, taking: ["d", "t", "r", "s", "size", "date"])
    var outcome = CommandOutcome.succeeds
    for operand in options.operands {
      guard let path = known(operand) else {
        outcome = .unknown
        continue
      }
      switch image.node(at: path) {
      case .present: continue
      case .unknown:
        let file = FileNode(
          kind: .file, owner: nil, group: nil, mode: nil, origin: .instruction, span: span)
        image.tree.place(file, at: path, followingLast: true)
        outcome = .unknown
      case .absent:
        if options.has("c", "no-create") { continue }
        var file = newNode(.file, mode: 0o644)
        file.content = .bytes([])
        guard image.tree.place(file, at: path, followingLast: true) else {
          return fail(line, missing: path)
        }
        inheritGroup(at: path)
      }
    }
    return outcome
  }

  private mutating func remove(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(line.arguments)
    let isForced = options.has("f", "force")
    var outcome = CommandOutcome.succeeds
    for operand in options.operands {
      guard let path = known(operand) else {
        outcome = .unknown
        continue
      }
      if operand.contains("*"), image.node(at: path, followingLast: false).presence != .present {
        if !isForced { outcome = .unknown }
        continue
      }
      let old = image.node(at: path, followingLast: false)
      switch old.presence {
      case .absent:
        if !isForced { return fail(line, missing: path) }
        continue
      case .unknown:
        if !isForced { outcome = .unknown }
      case .present:
        break
      }
      switch removal(of: path, line, options) {
      case .fails: return .fails
      case .unknown:
        image.tree.doubt(path)
        outcome = .unknown
        continue
      case .succeeds: break
      }
      image.tree.remove(path)
    }
    return outcome
  }

  /// Whether `rm`, `rmdir` or `unlink` can take away what stands at a path.
  private func removal(
    of path: String, _ line: CommandLine, _ options: CommandOptions
  ) -> CommandOutcome {
    if line.name == "rm", options.has("r", "R", "recursive") { return .succeeds }
    guard case .found(let index, _, _) = image.tree.walk(path, followingLast: false) else {
      return .unknown
    }
    guard image.tree[index].node.kind == .folder else {
      return line.name == "rmdir" ? .fails : .succeeds
    }
    guard line.name == "rmdir" || options.has("d", "dir") else { return .fails }
    let listing = image.tree.names(inFolder: path)
    guard listing.names.isEmpty else { return .fails }
    return listing.isComplete ? .succeeds : .unknown
  }

  private mutating func link(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(line.arguments, taking: ["t", "target-directory", "S"])
    var operands = options.operands
    guard var destination = options.value("t", "target-directory") ?? operands.last else {
      return .succeeds
    }
    if options.value("t", "target-directory") == nil {
      if operands.count > 1 { operands.removeLast() } else { destination = "." }
    }
    var outcome = CommandOutcome.succeeds
    for target in operands {
      guard var path = known(destination) else { return .unknown }
      let name = target.split(separator: "/").last.map(String.init) ?? target
      let old = image.node(at: path, followingLast: !options.has("n", "no-dereference"))
      if old.node?.kind == .folder { path = path == "/" ? "/" + name : path + "/" + name }
      if case .unknown = old { outcome = .unknown }
      let node =
        options.has("s", "symbolic")
        ? newNode(.link(target: target), mode: 0o777)
        : image.node(at: state.path(target)).node ?? newNode(.file, mode: nil)
      if image.node(at: path, followingLast: false).presence == .present,
        !options.has("f", "force")
      {
        return fail(line, exists: path)
      }
      if Unknown.isIn(target) || options.has("r", "relative") {
        image.tree.doubtContents(below: path)
      } else if !image.tree.place(node, at: path) {
        return fail(line, missing: path)
      }
    }
    return outcome
  }

  // MARK: - Copies

  private mutating func copy(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(line.arguments, taking: ["t", "target-directory", "S"])
    let keepsAttributes = options.has("a", "archive", "p", "preserve")
    return transfer(options, line) { node, run in
      guard !keepsAttributes else { return }
      node.owner = run.state.owner
      node.group = run.state.group
    }
  }

  private mutating func move(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(line.arguments, taking: ["t", "target-directory", "S"])
    let isTargetNamed = options.has("t", "target-directory")
    let sources = options.operands.dropLast(isTargetNamed ? 0 : 1).compactMap { known($0) }
    let before = image.tree
    let outcome = transfer(options, line) { _, _ in }
    for path in sources where before.node(at: path, followingLast: false).presence != .absent {
      image.tree.remove(path)
    }
    return outcome
  }

  private mutating func install(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(
      line.arguments, taking: ["m", "mode", "o", "owner", "g", "group", "t", "target-directory"])
    let mode = options.value("m", "mode").flatMap { ModeChange($0) }?
      .applied(to: 0o755, isFolder: false)
    let owner = options.value("o", "owner").map { name in image.accounts.owner(of: name).user }
    let group = options.value("g", "group").map { name in
      Int(name) ?? image.accounts.group(named: name).value?.id
    }
    let change = { (node: inout FileNode, run: ShellRun) in
      node.owner = owner ?? run.state.owner
      node.group = group ?? run.state.group
      node.mode = options.has("m", "mode") ? mode : 0o755
    }
    if options.has("d", "directory") {
      for operand in options.operands {
        guard let path = known(operand) else { continue }
        guard image.tree.makeFolder(path, like: newNode(.folder, mode: 0o755)) != nil else {
          return fail(line, exists: path)
        }
        let run = self
        image.tree.update(path) { change(&$0, run) }
      }
      return .succeeds
    }
    if options.has("D"), let target = options.operands.last, let path = known(target) {
      let parent = String(path[...].dropLastName)
      image.tree.makeFolder(parent, like: newNode(.folder, mode: 0o755))
    }
    return transfer(options, line, change)
  }

  /// Copies operands to the last one, or into it if it is a folder.
  private mutating func transfer(
    _ options: CommandOptions, _ line: CommandLine, _ change: (inout FileNode, ShellRun) -> Void
  ) -> CommandOutcome {
    var operands = options.operands
    guard let destination = options.value("t", "target-directory") ?? operands.popLast() else {
      return .fails
    }
    guard let target = known(destination) else { return .unknown }
    var outcome = CommandOutcome.succeeds
    let isFolder = image.node(at: target)
    let mustBeFolder = operands.count > 1 || destination.hasSuffix("/")
    let goesDeep = line.name != "cp" || options.has("r", "R", "recursive", "a", "archive")
    if mustBeFolder, isFolder.presence == .absent || isFolder.node?.kind == .file { return .fails }
    for operand in operands {
      guard let source = known(operand) else {
        image.tree.doubtContents(below: target)
        outcome = .unknown
        continue
      }
      let name = source.split(separator: "/").last.map(String.init) ?? ""
      // `cp -r dir/. x` copies what the folder holds.
      let isContents = operand.hasSuffix("/.") || operand == "."
      let isInside =
        isFolder.node?.kind == .folder && !isContents && !options.has("T", "no-target-directory")
      switch image.tree.walk(source, followingLast: line.followsOperandLinks) {
      case .found(let index, _, true):
        if case .unknown = isFolder { outcome = .unknown }
        let place = isInside ? target + "/" + name : target
        if image.tree[index].node.kind == .folder, !goesDeep {
          outcome = .fails
          continue
        }
        if isOpaque(image.tree[index].node, from: source, options, line) {
          image.tree.doubtContents(below: place)
          continue
        }
        if !graft(index, at: place, change) { return fail(line, missing: place) }
        let keepsGroup =
          line.name == "mv" || options.has("a", "archive", "p", "preserve", "g", "group")
        if !keepsGroup { inheritGroup(at: place) }
      case .missing(_, _, _, _, .absent), .blocked:
        return fail(line, missing: source)
      case .found, .missing:
        outcome = .unknown
        image.tree.doubtContents(below: isInside ? target + "/" + name : target)
      }
    }
    return outcome
  }

  /// Whether nobody can tell what arrives: a device's data, a link, or what a folder's links lead to.
  private func isOpaque(
    _ node: FileNode, from source: String, _ options: CommandOptions, _ line: CommandLine
  ) -> Bool {
    if node.kind == .device || source.hasPrefix("/dev/") { return true }
    if line.name == "cp", options.has("s") { return true }
    return options.has("L", "dereference") && node.kind == .folder
  }

  private mutating func graft(
    _ index: Int, at path: String, _ change: (inout FileNode, ShellRun) -> Void
  ) -> Bool {
    let tree = image.tree
    let run = self
    let names = ImageTree.names(of: path)
    guard let name = names.last else {
      for (name, child) in tree[index].children {
        image.tree.graft(child, of: tree, named: name, in: ImageTree.root, at: []) {
          change(&$0, run)
        }
      }
      return true
    }
    guard case .found(let folder, let parents, _) = tree.walk(ImageTree.path(of: names.dropLast())),
      tree[folder].node.kind == .folder
    else { return false }
    image.tree.graft(index, of: tree, named: name, in: folder, at: parents) { node in
      change(&node, run)
      node.span = run.span
    }
    return true
  }

  /// Gives what was made in a folder with the set-group-id bit the folder's group.
  mutating func inheritGroup(at path: String) {
    let parent = image.node(at: String(path[...].dropLastName)).node
    guard let parent, let mode = parent.mode, mode & 0o2000 != 0 else { return }
    image.tree.update(path, followingLast: false) { node in
      node.group = parent.group
      if node.kind == .folder { node.mode = node.mode.map { $0 | 0o2000 } }
    }
  }

  // MARK: - Failure

  mutating func fail(_ line: CommandLine, missing path: String) -> CommandOutcome {
    guard case .absent = image.node(at: path, followingLast: false) else { return .unknown }
    if line.mustSucceed { report(.missingFile(command: line.name, path: path)) }
    return .fails
  }

  mutating func fail(_ line: CommandLine, exists path: String) -> CommandOutcome {
    guard image.node(at: path, followingLast: false).presence == .present else { return .unknown }
    if line.mustSucceed { report(.fileExists(command: line.name, path: path)) }
    return .fails
  }
}

extension CommandLine {
  /// Whether links among the operands are followed: `cp` does, unless it copies folders too.
  fileprivate var followsOperandLinks: Bool {
    guard name == "cp" else { return name == "install" }
    let options = CommandOptions(arguments, taking: ["t", "target-directory", "S"])
    if options.has("L", "dereference", "H") { return true }
    return !options.has("r", "R", "recursive", "a", "archive", "d", "P", "no-dereference")
  }
}
