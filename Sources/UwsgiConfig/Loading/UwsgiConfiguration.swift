package import Machine
package import SourceText

/// What one uWSGI would run with.
package struct UwsgiConfiguration: Sendable {
  /// The options in uWSGI's order; those of the command line and the environment come first.
  package let options: [UwsgiOption]

  /// What is wrong before uWSGI opens its log: with the files and the options' values.
  package let loadingProblems: [UwsgiProblem]

  /// What is wrong when it starts up: with users, folders, sockets, processes, applications.
  package let startProblems: [UwsgiProblem]

  /// False where something was needed that nobody could tell.
  package let isComplete: Bool

  /// What the options mean.
  package let instance: UwsgiInstance

  /// The plugins that are asked for, in order.
  package let plugins: [UwsgiPluginRequest]

  /// Everything that is wrong, in the order in which uWSGI would meet it.
  package var problems: [UwsgiProblem] { loadingProblems + startProblems }

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
    var builder = InstanceBuilder(loader, commandSpan: loader.commandSpan())
    instance = builder.instance()
    files = builder.files
    options = loader.options()
    loadingProblems = loader.problems
    startProblems = builder.problems
    isComplete = loader.isComplete && loader.entries.allSatisfy { $0.condition == nil }
    plugins = loader.pluginRequests
  }
}

extension Loader {
  /// The place of the command itself, for what no option tells of.
  mutating func commandSpan() -> SourceSpan {
    commandLineWords().first?.span ?? noSpan()
  }

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
