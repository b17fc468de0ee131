import ArgumentParser
import Examples
import FoundationEssentials
import Rules

struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of rule pages: Bad must be found, Good must not.",
    discussion: "Exit status: 0 all as promised, 1 some not, 2 a page that is no rule."
  )

  @Argument(help: "A folder with rule pages, or one page.")
  var path: String

  func run() throws {
    let pages = try pages()
    let results = try pages.flatMap { try PageExaminer().examine($0) }
    let broken = results.filter { !$0.isAsPromised }
    for result in broken {
      Terminal.write("\(result.page.path): \(result.summary)\n", to: .output)
    }
    Terminal.write(
      "\(pages.count) \(pages.count == 1 ? "rule" : "rules"), \(results.count) examples, "
        + "\(broken.count) not as promised\n",
      to: .output)
    if !broken.isEmpty { throw ExitStatus.findings }
  }

  private func pages() throws -> [RulePage] {
    var catalogue = Catalogue(pages: [])
    if path.hasSuffix(".md"), let text = try? String(contentsOfFile: path, encoding: .utf8) {
      try catalogue.add(RulePage(text, path: path))
      try RuleEngine(catalogue).validate()
      return catalogue.pages
    }
    try catalogue.add(pagesBelow: path)
    try RuleEngine(catalogue).validate()
    return catalogue.pages
  }
}
