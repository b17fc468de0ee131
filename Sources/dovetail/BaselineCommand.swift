import ArgumentParser
import Boot
import FoundationEssentials
import Rules

struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Write down all findings, so that `check --baseline` tells of new ones only."
  )

  @OptionGroup var stacks: StackOptions
  @OptionGroup var judging: JudgingOptions

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var output = "dovetail-baseline.json"

  func run() throws {
    let judge = try judging.judge(for: stacks.places.first ?? ".")
    let verdicts = try stacks.with(judge.settings).load().byProject
      .map { try judge.verdict(of: $0) }
    let baseline = Baseline(verdicts)
    let bytes = try BaselineFile.bytes(of: baseline)
    do {
      try Data(bytes).write(to: URL(filePath: output), options: .atomic)
    } catch {
      throw UnwritableOutput(path: output, reason: "\(error)")
    }
    Terminal.write("\(output): \(baseline.entries.count) findings\n", to: .error)
  }
}
