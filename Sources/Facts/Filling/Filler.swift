package import Boot
internal import Image
internal import Machine
internal import SourceText
package import SQLite
internal import SupervisorConfig

/// Turns a stack into rows.
struct Filler {
  let stack: Stack
  var rows = Rows()

  /// How many directives the nginx configurations before the present one have.
  var directiveCount = 0

  var container: Container { stack.container }

  /// The paths of all files that a process of the container read.
  let readPaths: Set<String>

  /// The addresses that each nginx listens on, so that none is said twice.
  var listened: Set<String> = []

  init(_ stack: Stack) {
    self.stack = stack
    readPaths = stack.boot.readPaths
  }

  mutating func fill() {
    fillProcesses()
    addProblems(stack.boot.problems, of: nil, program: "boot")
    addProblems(stack.membership?.problems ?? [], of: nil, program: "compose")
    fillImage()
    addPythonStatements()
    addNeighbours()
    rows.keptHeaders = container.machine.keptHeaders.map { KeptHeaderFact(name: $0.lowercased()) }
    joinConnections()
  }

  /// Adds the processes with what each one reads, opens and connects to.
  mutating func fillProcesses() {
    for process in stack.boot.processes {
      addProcess(process)
      switch process.configuration {
      case .none: continue
      case .supervisord(let configuration): fill(configuration, of: process)
      case .uwsgi(let configuration): fill(configuration, of: process)
      case .nginx(let configurations, let installation):
        fill(configurations, of: process, installation)
      }
    }
  }

  mutating func addProblems(
    _ problems: some Sequence<any Problem>, of process: Int?, program: String,
    from places: [SourceFile.ID: SourceSpan] = [:]
  ) {
    for problem in problems {
      let related = problem.related.first
      let inclusion = related == nil ? places[problem.span.file] : nil
      rows.problems.append(
        ProblemFact(
          id: rows.problems.count, processID: process, program: program, code: problem.code,
          message: problem.message,
          consequence: problem.consequence == .unknown ? nil : problem.consequence.rawValue,
          span: problem.span, see: related?.span ?? inclusion,
          seeMessage: related?.message ?? inclusion.map { _ in "included from here" },
          fileSpan: container.origin(of: stack.sources[problem.span.file].path)))
    }
  }

  private mutating func addProcess(_ process: BootProcess) {
    let words = process.invocation.arguments.map(\.text)
    rows.processes.append(
      ProcessFact(
        id: process.id, parentID: process.parent, program: process.program.rawValue,
        name: process.supervisorProgram?.program, command: words.joined(separator: " "),
        executable: process.executable.path,
        executablePresence: process.executable.presence.text, user: process.user.name,
        userID: process.user.id, groupID: process.user.groupID,
        workingDirectory: process.invocation.workingDirectory,
        configuration: process.configuration.path,
        isConfigurationComplete: process.configuration.isComplete, starts: process.starts,
        stays: process.stays, waitsForFirst: process.waitsForFirst, mayListen: process.mayListen,
        configurationSpan: process.configuration.path.flatMap(stack.sources.beginning),
        span: process.span))
  }
}

extension FactBase {
  /// The facts of a stack and what `addMore` inserts besides.
  ///
  /// `prepared` gives an empty base to fill, in which queries are compiled already; it is asked
  /// only where the facts are so few that this counts.
  package static func filled(
    from stack: Stack, into prepared: () -> FactBase? = { nil },
    addMore: (inout FactBase) -> Void = { _ in }
  ) throws(SQLiteError) -> FactBase {
    var filler = Filler(stack)
    filler.fill()
    var facts = try base(for: filler.rows, prepared)
    facts.insert([StackFact(stack)])
    filler.rows.insert(into: &facts)
    addMore(&facts)
    return facts
  }

  private static func base(
    for rows: Rows, _ prepared: () -> FactBase?
  ) throws(SQLiteError) -> FactBase {
    if rows.areFew, let base = prepared() { return base }
    return try FactBase()
  }
}

extension StackFact {
  fileprivate init(_ stack: Stack) {
    self.init(
      path: stack.path, source: stack.source.rawValue, service: stack.membership?.service,
      distribution: stack.container.distribution, release: stack.container.release,
      base: stack.container.image?.recipe?.baseOfTheImage,
      supportEnded: stack.container.image?.supportEnded,
      isBootComplete: stack.boot.isComplete,
      areAccountsComplete: stack.container.accounts.isComplete, span: stack.anchor)
  }
}

extension Executable.Presence {
  /// As the column `presence` has it: NULL where it is not known.
  fileprivate var text: String? {
    switch self {
    case .present: "present"
    case .absent: "absent"
    case .unknown: nil
    }
  }
}
