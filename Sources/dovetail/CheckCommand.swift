import ArgumentParser
import Boot
import Facts
import FoundationEssentials
import Reports
import Rules

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judge a stack before it ships.",
    discussion: """
      Exit status: 0 clean, 1 findings at or above --fail-on, 2 bad usage or unreadable input, \
      3 a defect of dovetail itself.
      """
  )

  @OptionGroup var stacks: StackOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ruleFolders: RuleFolderOptions

  func run() throws {
    let start = ContinuousClock.now
    let engine = RuleEngine(try ruleFolders.catalogue())
    let verdicts = try stacks.load().map { try judge($0, engine) }
    let report = Report(
      verdicts, timestamp: Date.now.formatted(.iso8601.dateSeparator(.dash)),
      milliseconds: start.duration(to: .now).milliseconds, toolVersion: Dovetail.version)
    try output.write(report)
    if report.tally.count(atLeast: output.failOn) > 0 { throw ExitStatus.findings }
  }

  private func judge(_ stack: Stack, _ engine: RuleEngine) throws -> Verdict {
    let facts = try FactBase.filled(from: stack)
    return Verdict(path: stack.path, sources: stack.sources, results: engine.judge(facts))
  }
}

extension Duration {
  fileprivate var milliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
