import Dockerfile
import Machine
import ShellScript
import SourceText

/// Does what a `RUN` does to an image.
struct RunRunner {
  let operation: RunOperation
  let span: SourceSpan
  var image: Image
  var sources: SourceFiles
  var bundles: [String: [String]] = [:]

  init(operation: RunOperation, span: SourceSpan, image: Image, sources: SourceFiles) {
    self.operation = operation
    self.span = span
    self.image = image
    self.sources = sources
  }

  mutating func run() {
    let before = image.tree
    mount()
    var shell = ShellRun(image: image, state: state(), sources: sources, span: span)
    if let file = operation.file {
      let script = SpannedText(file.content.text, span: span)
      let firstLine = file.content.text.prefix { !$0.isNewline }
      if firstLine.contains("sh") {
        shell.run(ShellScript(script).list, .mustSucceed)
      } else {
        shell.doubtEverything(because: String(firstLine))
      }
    } else if let script = operation.script, isPosixShell {
      shell.run(ShellScript(script).list, .mustSucceed)
    } else if operation.script != nil {
      shell.doubtEverything(because: operation.shell.first ?? "")
    } else {
      _ = shell.run(operation.words, .mustSucceed)
    }
    (image, sources, bundles) = (shell.image, shell.sources, shell.state.bundles)
    unmount(before)
  }

  private var isPosixShell: Bool {
    guard let program = operation.shell.first?.split(separator: "/").last else { return true }
    return ["sh", "bash", "ash", "dash"].contains(String(program))
  }

  private func state() -> ShellState {
    var state = ShellState()
    state.bundles = bundles
    state.dialect = dialect
    state.isEnvironmentComplete = operation.environment.isComplete
    for variable in operation.environment.variables {
      state.variables[variable.name] =
        variable.value.isCertain ? variable.value.text : String(Unknown.mark)
    }
    for name in operation.environment.declared where state.variables[name] == nil {
      state.variables[name] = String(Unknown.mark)
    }
    let user = operation.user.text
    (state.owner, state.group) = image.accounts.owner(of: user)
    if !operation.user.isCertain { (state.owner, state.group) = (nil, nil) }
    let account = image.accounts.user(named: user).value
    state.variables["HOME"] = state.variables["HOME"] ?? (user.isEmpty ? "/root" : account?.home)
    let folder = operation.workingDirectory
    state.folder = folder.text.isEmpty ? "/" : folder.text
    if !folder.isCertain { state.folder = "/" + String(Unknown.mark) }
    state.stopsOnFailure = operation.shell.dropFirst().contains { option in
      option.hasPrefix("-") && !option.hasPrefix("--") && option != "-o" && option.contains("e")
    }
    return state
  }

  private var dialect: ShellState.Dialect {
    if operation.shell.first?.hasSuffix("bash") == true { return .bash }
    switch image.distribution?.name {
    case "alpine": return .busybox
    case "debian", "ubuntu": return .dash
    default: return .unknown
    }
  }

  // MARK: - Mounts

  /// Puts what is mounted from the build folder where the command sees it.
  private mutating func mount() {
    for mount in operation.mounts where mount.type == "bind" && mount.from.isEmpty {
      let source = "/" + mount.source
      guard case .found(let index, let path, true) = image.context.tree.walk(source) else {
        continue
      }
      image.reportUnreadable(below: path, span: span)
      let names = ImageTree.names(of: mount.target)
      guard let name = names.last else { continue }
      let parent = ImageTree.path(of: names.dropLast())
      let node = FileNode(kind: .folder, mode: 0o755, origin: .instruction, span: span)
      guard let folder = image.tree.makeFolder(parent, like: node) else { continue }
      image.tree.graft(
        index, of: image.context.tree, named: name, in: folder, at: names.dropLast()
      ) { _ in }
    }
  }

  /// Takes away what the command left in the mounts: none of it is in the image.
  private mutating func unmount(_ before: ImageTree) {
    for mount in operation.mounts where !mount.target.isEmpty {
      let names = ImageTree.names(of: mount.target)
      guard let name = names.last,
        case .found(let folder, let parents, _) = image.tree.walk(
          ImageTree.path(of: names.dropLast()))
      else { continue }
      image.tree.remove(mount.target)
      switch before.walk(mount.target, followingLast: false) {
      case .found(let index, _, _):
        image.tree.graft(index, of: before, named: name, in: folder, at: parents) { _ in }
      case .missing, .blocked:
        // The builder may leave an empty folder or file to mount on.
        image.tree.doubt(mount.target)
      }
    }
  }
}
