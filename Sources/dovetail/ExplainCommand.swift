import ArgumentParser
import Rules
import SourceText

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show the page of a rule: why it matters, what to do, what is bad and what is good."
  )

  @Argument(help: "The id of the rule, such as sock-path-mismatch.")
  var rule: String

  @Flag(help: "Show the whole page as it is written, its query too.")
  var page = false

  @OptionGroup var ruleFolders: RuleFolderOptions

  func run() throws {
    let catalogue = try ruleFolders.catalogue()
    guard let found = catalogue[rule] else {
      throw ValidationError(message(catalogue))
    }
    Terminal.write(page ? found.rule.page : try text(of: found), to: .output)
  }

  private func message(_ catalogue: Catalogue) -> String {
    let ids = catalogue.pages.map(\.rule.id)
    let words = Set(rule.split(separator: "-"))
    let similar =
      Spelling.nearest(to: rule, among: ids).map { [$0] }
      ?? ids.filter { $0.contains(rule) || !words.isDisjoint(with: $0.split(separator: "-")) }
    let hint = similar.isEmpty ? "" : "; perhaps \(similar.sorted().joined(separator: ", "))"
    return "there is no rule '\(rule)'\(hint)"
  }

  private func text(of page: RulePage) throws -> String {
    let rule = page.rule
    let repair = page.repair.map { ", repair: \($0.rawValue)" } ?? ""
    let facts = "\(rule.id), \(rule.area), \(rule.severity.rawValue)\(repair)"
    var text = "\(strong(rule.title))\n\(facts)\n"
    text += "\n\(rule.why)\n\n\(strong("What to do"))\n\n\(rule.fix)\n"
    for example in try page.examples() {
      text += "\n\(strong(heading(of: example)))\n"
      for file in example.files {
        let mark = file.isReadable ? "" : " (not readable)"
        text += "\n  \(file.path)\(mark)\n\(indented(file.text))"
      }
    }
    return text
  }

  private func heading(of example: RulePage.Example) -> String {
    let kind = example.kind == .bad ? "Bad" : "Good"
    return example.title.isEmpty ? kind : "\(kind): \(example.title)"
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "      \($0)\n" }.joined()
  }

  private func strong(_ text: String) -> String {
    OutputOptions.Color.auto.isOn(for: .output) ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}
