import ArgumentParser
import Rules
import SQLite
import XML

@main
struct Dovetail: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "dovetail",
    abstract: "Checks that nginx, uWSGI and supervisord fit together in a container.",
    discussion: """
      Begin with `dovetail check FOLDER`, where the Dockerfile is; `dovetail explain RULE` tells \
      more of what it finds.
      """,
    version: version,
    subcommands: [
      CheckCommand.self, ProbeCommand.self, BootCommand.self, BaselineCommand.self,
      GraphCommand.self,
      ExplainCommand.self,
      RulesCommand.self, QueryCommand.self, SchemaCommand.self, ParseCommand.self,
      RouteCommand.self,
    ]
  )

  /// Bad usage ends with status 2, as the README says, not with the 64 of `sysexits.h`.
  static func main() async {
    Preparation.begin()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    if let code = error as? ExitCode { exit(withError: code) }
    let isHelp = exitCode(for: error) == .success
    // How a command is used is told to who wrote one wrongly, not to who named what is not there.
    let isUsage = !(error is ValidationError)
    let text = isUsage ? fullMessage(for: error) : "Error: \(message(for: error))"
    if !text.isEmpty { Terminal.write(text + "\n", to: isHelp ? .output : .error) }
    exit(
      withError: isHelp
        ? ExitStatus.clean : isDefect(error) ? ExitStatus.defect : ExitStatus.unusable)
  }

  /// Nothing that a user writes can make SQLite or libxml2 fail, but for the SQL of `query`, which
  /// speaks for itself.
  private static func isDefect(_ error: any Error) -> Bool {
    error is SQLiteError || error is XMLError || error is RuleFailure
  }
}
