import Machine

/// Whether the user of a shell may write where its commands do.
extension ShellRun {
  /// Whether a command may change the folders that it is to change; root may.
  func permission(for line: CommandLine) -> CommandOutcome {
    guard state.owner != 0 else { return .succeeds }
    let options = CommandOptions(line.arguments, taking: ["t", "target-directory", "m", "S"])
    var targets = options.operands
    if ["cp", "mv", "ln", "install"].contains(line.name) {
      targets = [options.value("t", "target-directory") ?? targets.last ?? "."]
    }
    let answers = targets.map { permission(toWrite: state.path($0)) }
    if answers.contains(.fails) { return .fails }
    return answers.contains(.unknown) ? .unknown : .succeeds
  }

  /// Whether something can be made at a path, or be taken away there.
  func permission(toWrite path: String) -> CommandOutcome {
    guard state.owner != 0 else { return .succeeds }
    guard !Unknown.isIn(path), path != "/" else { return .unknown }
    let parent = String(path[...].dropLastName)
    let folder = parent.isEmpty ? "/" : parent
    switch image.node(at: folder) {
    case .absent: return folder == "/" ? .unknown : permission(toWrite: folder)
    case .unknown: return .unknown
    case .present(let node): return permission(in: node)
    }
  }

  private func permission(in folder: FileNode) -> CommandOutcome {
    guard let mode = folder.mode, let owner = folder.owner, let user = state.owner else {
      return .unknown
    }
    if owner == user { return mode & 0o200 != 0 ? .succeeds : .fails }
    if mode & 0o002 != 0 { return .succeeds }
    // The user may be in the folder's group without being told so here.
    return mode & 0o020 != 0 ? .unknown : .fails
  }
}
