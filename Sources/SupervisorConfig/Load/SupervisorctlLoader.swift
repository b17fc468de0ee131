package import Machine
package import SourceText

/// Loads the configuration of supervisorctl, which reads the same file in its own way.
package struct SupervisorctlLoader {
  private let invocation: Invocation
  private let surroundings: Surroundings

  /// Prepares a start of supervisorctl.
  package init(
    invocation: Invocation, tree: any FileTree, accounts: Accounts, userID: Int? = nil
  ) {
    self.invocation = invocation
    surroundings = Surroundings(
      environment: invocation.environment, workingDirectory: invocation.workingDirectory,
      tree: tree, accounts: accounts, hostName: nil, userID: userID
    )
  }

  /// Reads what supervisorctl would read; the file goes into `files`.
  package func load(files: inout SourceFiles) -> SupervisorctlConfiguration {
    let commandLine = CommandLine(invocation, options: .supervisorctl)
    var loading = Loading(surroundings, commandLine: commandLine, files: files)
    let configuration = loading.loadSupervisorctl()
    files = loading.files
    return configuration
  }
}

extension Loading {
  /// Does what `ClientOptions.realize` does; `[include]` is not followed.
  fileprivate mutating func loadSupervisorctl() -> SupervisorctlConfiguration {
    readCommandLine()
    let initial = Setting("http://localhost:9001")
    var result = SupervisorctlConfiguration(
      search: configuration.search,
      serverURL: overridden(initial, by: "serverurl", Conversion.text),
      username: given("username"), password: given("password"), prompt: Setting("supervisor"),
      historyFile: nil, arguments: commandLine.positional.map(\.text),
      isInteractive: commandLine["interactive"] != nil || commandLine.positional.isEmpty,
      problems: [], onlyInforms: configuration.onlyInforms, isComplete: true
    )
    if !configuration.onlyInforms, let main = findMainFile() {
      mainFile = main
      read(main, named: mainPath, includedFrom: nil)
      readSection(&result, of: main)
    }
    result.search = configuration.search
    result.problems = configuration.problems
    result.isComplete = configuration.isComplete
    return result
  }

  private func given(_ name: String) -> Setting<String>? {
    commandLine[name].map { Setting($0.value.text, source: .commandLine($0.value.span)) }
  }

  private mutating func readSection(
    _ result: inout SupervisorctlConfiguration, of main: SourceFile
  ) {
    guard let section = document["supervisorctl"] else {
      record(.noSupervisorctlSection(span: SourceSpan(file: main.id, start: 0, end: 0)))
      return
    }
    let withHere = ValueContext(section: section, names: hereOnly)
    let context = ValueContext(section: section, names: Expansions())
    let url = value(
      "serverurl", in: withHere, default: "http://localhost:9001", Conversion.text
    )
    result.serverURL = overridden(url.map(normalizedURL), by: "serverurl", Conversion.text)
    result.prompt = value("prompt", in: context, default: "supervisor", Conversion.text)
    let username = optional("username", in: context, Conversion.text)
    result.username = result.username ?? username
    let password = optional("password", in: context, Conversion.text)
    result.password = result.password ?? password
    if let history = optional("history_file", in: withHere, Conversion.text), history.value != "" {
      result.historyFile = history.map(surroundings.normalized)
    }
    readPlugins()
  }

  private func normalizedURL(_ url: String) -> String? {
    guard url.hasScalarPrefix("unix://") else { return url }
    let path = String(url.unicodeScalars.dropFirst(7))
    return surroundings.normalized(path).map { "unix://\($0)" }
  }

  private mutating func readPlugins() {
    let key = "supervisor.ctl_factory"
    for section in sections(withPrefix: "ctlplugin:") {
      let context = ValueContext(section: section, names: Expansions())
      guard let factory = optional(key, in: context, Conversion.text) else {
        let problem = BadSection.noFactory(section: section.name, key: key)
        record(.badSection(problem, span: section.header ?? mainSpan))
        continue
      }
      checkEntryPoint(factory, of: section)
    }
  }
}
