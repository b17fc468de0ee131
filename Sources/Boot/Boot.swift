/// What the container runs once it has started.
package struct Boot: Sendable {
  /// A process comes after the one that starts it.
  package var processes: [BootProcess] = []

  /// What is wrong with the way things start.
  package var problems: [BootProblem] = []

  /// False where a process may run that is not listed.
  package var isComplete = true

  package init() {}
}
