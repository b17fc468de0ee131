import Machine
import SourceText

/// One run of the loader: what was read so far, and what was found wrong.
struct Loading {
  let surroundings: Surroundings
  let commandLine: CommandLine
  var files: SourceFiles
  var configuration: SupervisorConfiguration
  var document = IniDocument()

  /// The names that every value may use: `ENV_x` of supervisord and of its `environment`.
  var environment = Expansions()

  /// The main file, as supervisord names it.
  var mainPath = ""
  var mainFile: SourceFile?

  /// The program section that supervisord would name in an error.
  var program: ProgramSection?

  /// How many processes were made so far.
  var processCount = 0
  private var known: Set<SupervisorProblem> = []

  init(_ surroundings: Surroundings, commandLine: CommandLine, files: SourceFiles) {
    self.surroundings = surroundings
    self.commandLine = commandLine
    self.files = files
    let search = ConfigurationSearch(isExplicit: false, candidates: [], outcome: .notFound)
    configuration = SupervisorConfiguration(search: search)
    for name in surroundings.environment.orderedNames {
      guard let value = surroundings.environment.values[name] else { continue }
      environment.set("ENV_\(name)", .text(value))
    }
    environment.isComplete = surroundings.environment.isComplete
  }

  /// Notes a problem, once.
  mutating func record(_ problem: SupervisorProblem) {
    guard known.insert(problem).inserted else { return }
    configuration.problems.append(problem)
  }

  mutating func record(_ value: BadValue, at span: SourceSpan) {
    record(.badValue(value, program: program, span: span))
  }

  /// Notes that something which decides is not known.
  mutating func markIncomplete() {
    configuration.isComplete = false
  }

  /// Does what `ServerOptions.realize` does.
  mutating func run() {
    readCommandLine()
    guard !configuration.onlyInforms, let main = findMainFile() else { return }
    mainFile = main
    read(main, named: mainPath, includedFrom: nil)
    includeFiles()
    noteSections()
    guard let section = document["supervisord"] else {
      record(.noSupervisordSection(span: SourceSpan(file: main.id, start: 0, end: 0)))
      readPrograms()
      return
    }
    readSupervisordSection(section)
    readRPCInterfaces()
    readPrograms()
    readHTTPServers()
    settle(section)
    findUnknownNames()
  }

  /// Where a problem of the command line stands: in the argument, or in a text made of all.
  mutating func commandLineSpan(_ argument: Argument?) -> SourceSpan {
    if let span = argument?.span { return span }
    let words = [commandLine.program] + commandLine.given.flatMap { [$0.flag, $0.value.text] }
    let text = words.filter { !$0.isEmpty }.joined(separator: " ")
    let file = files.add(path: "command line", bytes: Array(text.utf8))
    return SourceSpan(file: file.id, start: 0, end: text.utf8.count)
  }
}
