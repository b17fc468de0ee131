internal import Image
internal import Machine
internal import NginxConfig
internal import SourceText

extension StackLoader {
  /// The stack of what `nginx -T` printed: one nginx and its files, of which nothing else is known.
  static func load(_ dump: NginxDump, path: String, _ request: StackRequest) -> Stack {
    var sources = SourceFiles()
    let command = ["nginx", "-c", dump.mainFile].map { Argument($0) }
    var container = Container(
      files: dump, accounts: Accounts(isComplete: false), command: command, commandSpan: nil,
      environment: Environment(values: request.machine.environment), workingDirectory: nil,
      user: .unknown, machine: request.machine)
    var boot = Booter.boot(&container, sources: &sources)
    // Whatever else runs beside it.
    boot.isComplete = false
    let anchor = sources.files.first.map { SourceSpan(file: $0.id, start: 0, end: 0) }
    return Stack(
      path: path, source: .files, sources: sources, container: container, boot: boot,
      anchor: anchor)
  }
}
