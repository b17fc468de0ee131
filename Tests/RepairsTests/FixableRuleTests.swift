import Boot
import Facts
import Image
import Repairs
import Rules
import SourceText
import Testing

/// The repairs of the pages under `rules/`, on what each page calls bad.
@Suite struct FixableRuleTests {
  @Test(arguments: Example.bad)
  func `a Bad example, mended, is as clean as the Good one`(example: Example) throws {
    let before = try verdict(on: example.files)
    let mendable = before.findings.contains { $0.rule == example.page.rule.id && $0.repair != nil }
    // A page may know what to do about some of its traps only; the first one is what it is about.
    guard mendable || example.isFirst else { return }
    let outcome = try RepairSession.mend(
      before, includesUnsafe: example.page.repair == .unsafe,
      check: { try verdict(on: example.files, replacing: $0) })
    #expect(outcome.mended.contains { $0.rule == example.page.rule.id })
    #expect(outcome.rejected.isEmpty)
    #expect(!outcome.verdict.findings.contains { $0.rule == example.page.rule.id })
    let good = try verdict(on: example.good)
    #expect(complaints(outcome.verdict).subtracting(complaints(good)) == [])
  }

  @Test func `there are pages with repairs of both kinds`() throws {
    let pages = try Catalogue.builtIn().pages
    #expect(RepairSafety.allCases.allSatisfy { safety in pages.contains { $0.repair == safety } })
  }

  private func complaints(_ verdict: Verdict) -> Set<String> {
    Set(verdict.findings.filter { $0.severity > .note }.map(\.rule))
  }
}

/// A Bad example of a page that gives repairs.
struct Example: CustomTestStringConvertible, Sendable {
  typealias Files = [String: String]

  let page: RulePage
  let files: Files

  /// The first Good example of the page.
  let good: Files

  /// Whether it is the page's first Bad one.
  let isFirst: Bool
  let testDescription: String

  static let bad: [Example] = {
    let pages = (try? Catalogue.builtIn().pages) ?? []
    return pages.filter { $0.repair != nil }.flatMap { page in
      let examples = (try? page.examples()) ?? []
      let good = examples.first { $0.kind == .good }.map(files) ?? [:]
      return examples.filter { $0.kind == .bad }.enumerated().map { number, example in
        Example(
          page: page, files: files(of: example), good: good, isFirst: number == 0,
          testDescription: "\(page.rule.id) \(example.title)")
      }
    }
  }()

  private static func files(of example: RulePage.Example) -> Files {
    Dictionary(example.files.map { ($0.path, $0.text) }, uniquingKeysWith: { $1 })
  }
}

private func verdict(
  on files: Example.Files, replacing contents: [String: [UInt8]] = [:]
) throws -> Verdict {
  let engine = RuleEngine(try Catalogue.builtIn())
  var context = BuildContext(files: files)
  context.replace(contents)
  let stack =
    files["Dockerfile"] == nil
    ? try StackLoader.load(filesOf: context, path: "example", StackRequest())
    : try StackLoader.load(
      dockerfile: "Dockerfile", context: context, path: "example", StackRequest())
  let facts = try FactBase.filled(from: stack)
  return Verdict(path: "example", sources: stack.sources, results: engine.judge(facts))
}
