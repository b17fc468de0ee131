import ArgumentParser
import Boot
import Facts
import Reports
import Rules

struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draw the way of a request through a stack, with findings at the joints."
  )

  @OptionGroup var stacks: StackOptions
  @OptionGroup var ruleFolders: RuleFolderOptions

  @Option(help: "The kind of picture.")
  var format = PictureFormat.text

  @Option(help: "Whether text has colours: auto, always or never.")
  var color = OutputOptions.Color.auto

  func run() throws {
    let engine = RuleEngine(try ruleFolders.catalogue())
    let options = ReportOptions(
      hasColor: color.isOn(for: .output), width: Terminal.width(of: .output))
    for stack in try stacks.load() {
      let facts = try FactBase.filled(from: stack)
      let verdict = Verdict(
        path: stack.path, sources: stack.sources, results: engine.judge(facts))
      let picture = try Picture(facts, verdict: verdict)
      Terminal.write(try format.text(of: picture, options), to: .output)
    }
  }
}

extension PictureFormat: ExpressibleByArgument {}
