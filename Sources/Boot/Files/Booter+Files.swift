package import Image
internal import Machine
internal import NginxConfig
package import SourceText

extension Booter {
  /// The processes that the files of a folder are written for, where no Dockerfile tells of them.
  ///
  /// Which files there are tells what runs; who starts it, and what else there is, is unknown.
  package static func boot(
    filesOf context: BuildContext, machine: MachineFacts, assignments: [FileAssignment] = [],
    sources: inout SourceFiles
  ) -> (container: Container, boot: Boot) {
    let container = Container(
      files: LooseTree(context), accounts: Accounts(isComplete: false), command: nil,
      commandSpan: nil, environment: Environment(values: machine.environment),
      workingDirectory: nil, user: .unknown, machine: machine)
    var booter = Booter(container, sources: sources)
    booter.startPrograms(of: context, assignments)
    booter.noteWhatWasRead(after: sources)
    booter.noteWhatCannotBeRead(of: context, assignments)
    sources = booter.sources
    return (container, booter.boot)
  }

  private mutating func startPrograms(
    of context: BuildContext, _ assignments: [FileAssignment]
  ) {
    var filesByRole: [FileRole: [String]] = [:]
    for path in context.files {
      guard let bytes = context.bytes(at: path),
        let role = assignments.role(of: path, bytes)
      else {
        continue
      }
      filesByRole[role, default: []].append(path)
    }
    for path in filesByRole[.supervisord] ?? [] { start("supervisord", "-c", path) }
    for path in filesByRole[.nginxMain] ?? [] where !isRead(path) { start("nginx", "-c", path) }
    for path in filesByRole[.uwsgi] ?? [] where !isRead(path) { start("uwsgi", "--ini", path) }
    addSites(filesByRole)
  }

  private mutating func noteWhatCannotBeRead(
    of context: BuildContext, _ assignments: [FileAssignment]
  ) {
    for path in context.unreadablePaths where assignments.makeConfiguration(of: path) {
      let file = sources.add(path: path, origin: path, bytes: [])
      let start = SourceSpan(file: file.id, start: 0, end: 0)
      boot.problems.append(.unreadableFile(path, start))
    }
  }

  private func isRead(_ path: String) -> Bool {
    sources.files.contains { $0.origin == path }
  }

  private mutating func start(_ program: String, _ option: String, _ path: String) {
    let invocation = Invocation(
      arguments: [program, option, "/\(path)"].map { Argument($0) },
      environment: container.environment, workingDirectory: nil)
    let first = boot.processes.count
    run(Start(invocation: invocation, user: .unknown, parent: nil, span: nil))
    // Nobody wrote this command: the file that it reads is the place to look at.
    guard boot.processes.indices.contains(first), boot.processes[first].span == nil,
      let file = sources.files.first(where: { $0.origin == path })
    else { return }
    boot.processes[first].span = SourceSpan(file: file.id, start: 0, end: 0)
  }

  /// Parts of a configuration belong into the nginx that there is, or into one that is not seen.
  private mutating func addSites(_ filesByRole: [FileRole: [String]]) {
    var parts: [(path: String, context: NginxContext)] = []
    for (role, paths) in filesByRole {
      switch role {
      case .nginxSite: parts += paths.map { ($0, .http) }
      case .nginxPart(let context): parts += paths.map { ($0, context) }
      default: continue
      }
    }
    parts = parts.filter { !isRead($0.path) }.sorted { $0.path < $1.path }
    guard !parts.isEmpty else { return }
    let configurations = parts.map { part in
      load(NginxSetup(mainFile: "/\(part.path)", context: part.context), container.files)
    }
    if let index = boot.processes.firstIndex(where: { $0.program == .nginx }),
      case .nginx(let loaded, let installation) = boot.processes[index].configuration
    {
      boot.processes[index].configuration = .nginx(loaded + configurations, installation)
      return
    }
    let invocation = Invocation(
      arguments: [Argument("nginx")], environment: container.environment, workingDirectory: nil)
    let id = add(
      Start(invocation: invocation, user: .unknown, parent: nil, span: nil),
      Executable(path: "nginx", presence: .unknown), as: .nginx)
    boot.processes[id].configuration = .nginx(configurations, .unknown)
  }
}
