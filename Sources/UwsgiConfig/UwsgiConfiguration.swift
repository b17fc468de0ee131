package import Machine
package import SourceText

/// What one uWSGI would run with.
package struct UwsgiConfiguration: Sendable {
  /// The options in uWSGI's order; those of the command line and the environment come first.
  package let options: [UwsgiOption]
  package let problems: [UwsgiProblem]

  /// False where something was needed that nobody could tell.
  package let isComplete: Bool

  /// The plugins that are asked for, in order.
  package let plugins: [UwsgiPluginRequest]

  /// Whether uWSGI ends before it serves.
  package var isRefused: Bool { problems.contains { $0.consequence == .refuses } }

  /// Evaluates the configuration that an invocation of uWSGI would read.
  package init(
    _ invocation: Invocation, machine: UwsgiMachine, tree: some FileTree, accounts: Accounts,
    files: inout SourceFiles
  ) {
    var loader = Loader(
      invocation, machine: machine, tree: tree, accounts: accounts, files: files)
    do {
      try loader.load()
    } catch {
      // What ended loading is among the problems.
    }
    files = loader.files
    options = loader.options()
    problems = loader.problems
    isComplete = loader.isComplete && loader.entries.allSatisfy { $0.condition == nil }
    plugins = loader.pluginRequests
  }
}

extension Loader {
  /// The list of options as it stands.
  func options() -> [UwsgiOption] {
    entries.map { entry in
      UwsgiOption(
        name: entry.knownName,
        value: entry.value.map { UwsgiValue($0, unknowns: unknowns) },
        nameSpan: entry.nameSpan,
        valueSpan: entry.valueSpan,
        rawText: files.text(of: entry.valueSpan),
        steps: entry.steps,
        specification: entry.specification,
        isKnown: entry.isKnown,
        condition: entry.condition,
        place: entry.place
      )
    }
  }
}
