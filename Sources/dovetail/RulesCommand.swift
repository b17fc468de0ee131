import ArgumentParser
import Rules

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules, or run the examples of your own.",
    subcommands: [RulesListCommand.self, RulesTestCommand.self],
    defaultSubcommand: RulesListCommand.self
  )
}

struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the rules with their severity and title."
  )

  @OptionGroup var ruleFolders: RuleFolderOptions

  @Option(help: "How the list is shown: text or json.")
  var format = TableFormat.text

  func run() throws {
    var table = TextTable(columns: ["id", "area", "severity", "repair", "title"])
    for page in try ruleFolders.catalogue().pages.sorted(by: { $0.rule.id < $1.rule.id }) {
      let rule = page.rule
      table.rows.append([
        .text(rule.id), .text(rule.area), .text(rule.severity.rawValue),
        .text(page.repair?.rawValue ?? ""), .text(rule.title),
      ])
    }
    Terminal.write(table.text(format), to: .output)
  }
}
