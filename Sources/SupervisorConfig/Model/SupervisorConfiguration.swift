import SourceText

/// What supervisord would make of its command line and configuration.
package struct SupervisorConfiguration: Sendable {
  package var search: ConfigurationSearch

  /// The folder that `%(here)s` stands for in the main file.
  package var here: String?

  /// What `[include]` asks for, in order.
  package var includes: [IncludePattern] = []

  /// All options of all sections as they were written, `[DEFAULT]` included.
  package var options: [SupervisorOption] = []

  /// The sections in the order of first appearance, with their headers.
  package var sections: [SupervisorSection] = []

  package var supervisord: SupervisordSettings?

  /// All groups in the order in which supervisord starts them.
  package var groups: [ProcessGroup] = []
  package var httpServers: [HTTPServer] = []
  package var rpcInterfaces: [RPCInterface] = []

  /// In the order in which supervisord would meet them: it shows the first one that it refuses.
  package var problems: [SupervisorProblem] = []

  /// The command line asks for help or the version: supervisord says it and ends.
  package var onlyInforms = false

  /// False where a file or a check that matters is not known.
  package var isComplete = true

  /// Whether supervisord gets past its configuration; nil where that is not known.
  package var wouldStart: Bool? {
    if onlyInforms || refusal != nil { return false }
    return isComplete ? true : nil
  }

  /// What supervisord says when it refuses to start.
  package var refusal: SupervisorProblem? {
    onlyInforms ? nil : problems.first { $0.consequence == .refuses }
  }

  /// The processes of all groups, in order.
  package var processes: [SupervisorProcess] {
    groups.flatMap(\.processes)
  }

  /// The processes that exist at run time.
  ///
  /// Of groups with one name the first exists, of processes with one name in a group the last.
  package var runningProcesses: [SupervisorProcess] {
    var names: Set<String> = []
    return groups.filter { names.insert($0.name).inserted }.flatMap(\.lastProcessOfEachName)
  }
}

extension ProcessGroup {
  fileprivate var lastProcessOfEachName: [SupervisorProcess] {
    var result: [SupervisorProcess] = []
    for process in processes {
      if let index = result.firstIndex(where: { $0.name.value == process.name.value }) {
        result[index] = process
      } else {
        result.append(process)
      }
    }
    return result
  }
}
