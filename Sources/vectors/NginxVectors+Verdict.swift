import FoundationEssentials
import Machine
import NginxConfig
import SourceText

extension NginxVectors {
  /// Compares the verdict of each nginx that was asked, and its first message that refuses.
  func verdict(_ name: String, _ expected: NginxExpectation) -> [String] {
    Self.builds.flatMap { program, build in
      expected.nginx[program].map { verdict(name, expected, $0, of: build) } ?? []
    }
  }

  /// Debian's package, and a newer nginx that was built with all its modules.
  static var builds: [(program: String, build: NginxBuild)] {
    let commands = NginxDirectiveTable.standard.commands
    let modules = Set(commands.filter { $0.origin == .core }.map(\.module))
    let newer = NginxBuild(version: NginxVersion(1, 31, 5), modules: modules)
    return [("nginx-1.22.1", .debian12), ("lab-1.31.5", newer)]
  }

  private func verdict(
    _ name: String, _ expected: NginxExpectation, _ outcome: NginxExpectation.Outcome,
    of build: NginxBuild
  ) -> [String] {
    var sources = SourceFiles()
    let configuration = load(name, expected, build, &sources)
    let problems = configuration.problems.filter { $0.consequence != .unknown }
    let last = problems.firstIndex { $0.consequence == .refuses } ?? problems.endIndex - 1
    let lines = Self.distinct(problems[...last].map { line($0, sources) })
    let wanted = outcome.messages.filter { $0.level != "notice" }.map(line)
    let program = build.version.map { "nginx \($0)" } ?? "nginx"
    let isRefused = configuration.firstRefusal != nil
    if isRefused == outcome.ok {
      return ["we say \(lines.last ?? "ok"), \(program) \(wanted.last ?? "ok")"]
    }
    // A cycle of includes makes nginx overflow its stack; some setters fail without a word.
    let hasNoWord = outcome.exit < 0 || !outcome.ok && outcome.messages.isEmpty
    guard lines != wanted, !hasNoWord else { return [] }
    return ["we say \(lines), \(program) \(wanted)"]
  }

  /// The vectors hold a message that nginx repeats only once.
  private static func distinct(_ lines: [String]) -> [String] {
    var seen: Set<String> = []
    return lines.filter { seen.insert($0).inserted }
  }

  func load(
    _ name: String, _ expected: NginxExpectation, _ build: NginxBuild,
    _ sources: inout SourceFiles
  ) -> NginxConfiguration {
    NginxLoader.load(setup(name, expected, build), files: DiskTree(), sources: &sources)
  }

  private func setup(
    _ name: String, _ expected: NginxExpectation, _ build: NginxBuild
  ) -> NginxSetup {
    var setup = NginxSetup(
      mainFile: folder.appending(path: "\(name).conf").path, build: build,
      accounts: machineAccounts(), hostNames: ["localhost": ["127.0.0.1"]]
    )
    setup.filesAreFinal = true
    let modules = expected.modules.flatMap { moduleName in
      NginxDirectiveTable.standard.commands
        .filter { $0.moduleFile == "\(moduleName).so" || $0.module == moduleName }.map(\.module)
    }
    setup.build.modules?.formUnion(modules)
    if let flag = expected.args.firstIndex(of: "-g"), flag + 1 < expected.args.count {
      setup.globalDirectives = Argument(expected.args[flag + 1])
    }
    return setup
  }

  private func line(_ message: NginxExpectation.Message) -> String {
    let place = message.line.map { ":\($0)" } ?? ""
    return "\(message.text) in \(message.file ?? "-")\(place)"
  }

  private func line(_ problem: NginxProblem, _ sources: SourceFiles) -> String {
    let text = problem.nginxMessage.replacing("\(folder.path)/", with: "")
    switch problem.reported {
    case .nowhere: return "\(text) in -"
    case .commandLine: return "\(text) in (command line)"
    case .at(let id, let offset):
      let file = sources[id]
      let number = LineIndex(file).position(at: offset).line
      return "\(text) in \(relative(file.path)):\(number)"
    }
  }

  func relative(_ path: String) -> String {
    path.hasPrefix("\(folder.path)/") ? String(path.dropFirst(folder.path.count + 1)) : path
  }

  private func machineAccounts() -> Accounts {
    func rows(_ path: String) -> [[String]] {
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
      return text.split(separator: "\n").map { line in
        line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      }
    }
    let users = rows("/etc/passwd").filter { $0.count >= 4 }
      .map { User(name: $0[0], id: Int($0[2]), groupID: Int($0[3])) }
    let groups = rows("/etc/group").filter { $0.count >= 3 }.map {
      Group(name: $0[0], id: Int($0[2]))
    }
    return Accounts(users: users, groups: groups, isComplete: true)
  }
}
