import ShellScript

extension ShellPipeline {
  /// Whether it is `exit 1` or its like: what a script does where it cannot go on.
  var isFailedExit: Bool {
    guard commands.count == 1, case .simple(let command)? = commands.first,
      command.words.first?.literal == "exit"
    else { return false }
    return command.words.dropFirst().first.map { $0.literal != "0" } ?? true
  }
}
