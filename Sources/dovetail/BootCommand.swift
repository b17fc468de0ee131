import ArgumentParser
import Boot
import Facts

struct BootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boot",
    abstract: "Show the processes that a container starts, on paper."
  )

  @OptionGroup var stacks: StackOptions

  func run() throws {
    for stack in try stacks.load() {
      Terminal.write(try ProcessTree(stack).text, to: .output)
    }
  }
}
