/// What the container runs once it has started.
package struct Boot: Sendable {
  /// A process comes after the one that starts it.
  package var processes: [BootProcess] = []

  /// What is wrong with the way things start.
  package var problems: [BootProblem] = []

  /// The paths of the files that the processes read.
  package var readPaths: Set<String> = []

  /// False where a process may run that is not listed.
  package var isComplete = true

  package init(isComplete: Bool = true) {
    self.isComplete = isComplete
  }
}

extension Boot {
  /// Takes a process out that another one has replaced; those after it move up by one.
  mutating func retire(_ id: Int) {
    processes.remove(at: id)
    func moved(_ other: Int) -> Int { other > id ? other - 1 : other }
    processes = processes.map { $0.renumbered(moved($0.id), parent: $0.parent.map(moved)) }
  }
}
