import ArgumentParser
import Boot
import Reports

struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draw the way of a request through a stack, with findings at the joints."
  )

  @OptionGroup(title: "Stack Options") var stacks: StackOptions
  @OptionGroup(title: "Rule Options") var judging: JudgingOptions

  @Option(help: "The kind of picture.")
  var format = PictureFormat.text

  @Option(help: "Whether text has colours: auto, always or never.")
  var color = OutputOptions.Color.auto

  func run() throws {
    let judge = try judging.judge(for: stacks.places.first ?? ".")
    let options = ReportOptions(
      hasColor: color.isOn(for: .output), width: Terminal.width(of: .output))
    for stack in try stacks.with(judge.settings).load().byProject {
      let picture = try Judge.picture(of: stack, judge.verdict(of: stack))
      Terminal.write(try format.text(of: picture, options), to: .output)
    }
  }
}

extension PictureFormat: ExpressibleByArgument {}
