import Boot
import Facts
import FoundationEssentials
import Image
import Reports
import Rules
import SourceText
import Testing

/// A folder below `testdata/reports/stacks`, judged by the pages of `testdata/reports/rules`: what
/// it has to say hangs on no rule that is shipped.
struct TestStack: CustomTestStringConvertible, Sendable {
  let name: String

  var testDescription: String { name }

  static let all = ["healthy", "broken-joint", "two-sites", "tcp", "suppressed", "hostile"]
    .map(TestStack.init)

  /// What is found in it, and its picture.
  func report() throws -> Report {
    let folder = Golden.testdata.appending(path: "stacks").appending(path: name).path
    let stack = try #require(try StackLoader.load(folder, StackRequest()).first)
    let facts = try FactBase.filled(from: stack)
    let catalogue = try TestStack.catalogue()
    let names = Set(catalogue.pages.flatMap { [$0.rule.id, $0.rule.area] })
    let verdict = Verdict(
      path: "stacks/\(name)", sources: stack.sources,
      results: RuleEngine(catalogue).judge(facts)
    ).applyingSuppressions(names: names)
    var report = Report(
      [verdict], timestamp: "2026-11-22T15:44:00", milliseconds: 1234, toolVersion: "0.1.0")
    report.pictures = [try Picture(facts, verdict: verdict)]
    return report
  }

  private static func catalogue() throws -> Catalogue {
    var catalogue = Catalogue(pages: [])
    let folder = Golden.testdata.appending(path: "rules")
    for path in [
      "http/programs-known", "http/version-told", "joints/joint-broken", "users/workers-as-root",
    ] {
      let file = folder.appending(path: path + ".md")
      let text = try String(contentsOf: file, encoding: .utf8)
      try catalogue.add(RulePage(text, path: "rules/\(path).md"))
    }
    return catalogue
  }
}
