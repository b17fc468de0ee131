import Boot
import Facts
import Image
import Repairs
import Rules
import SourceText
import Testing

/// The repairs of the pages under `rules/`, on what each page calls bad.
@Suite struct FixableRuleTests {
  @Test(arguments: fixablePages())
  func `what a page calls bad is good once it is mended`(page: RulePage) throws {
    let engine = RuleEngine(try Catalogue.builtIn())
    for example in page.examples where example.kind == .bad {
      let judge = { (contents: [String: [UInt8]]) throws -> Verdict in
        try verdict(on: example, replacing: contents, engine)
      }
      let before = try judge([:])
      // A page may know what to do about one of its examples only.
      guard before.findings.contains(where: { $0.rule == page.rule.id && $0.repair != nil })
      else { continue }
      let outcome = try RepairSession.mend(before, includesUnsafe: true, check: judge)
      #expect(outcome.mended.contains { $0.rule == page.rule.id })
      #expect(outcome.rejected.isEmpty)
      #expect(!outcome.verdict.findings.contains { $0.rule == page.rule.id })
      #expect(errors(outcome.verdict).isSubset(of: errors(before)))
    }
  }

  @Test func `there are repairs to try`() throws {
    let engine = RuleEngine(try Catalogue.builtIn())
    let tried = try fixablePages().filter { page in
      try page.examples.contains { example in
        try verdict(on: example, replacing: [:], engine).findings.contains {
          $0.rule == page.rule.id && $0.repair != nil
        }
      }
    }
    #expect(tried.count >= 4)
  }

  private func errors(_ verdict: Verdict) -> Set<String> {
    Set(verdict.findings.filter { $0.severity == .error }.map(\.rule))
  }
}

/// The pages whose queries give edits.
private func fixablePages() -> [RulePage] {
  ((try? Catalogue.builtIn().pages) ?? []).filter { $0.query.contains("AS edit_text") }
}

private func verdict(
  on example: RulePage.Example, replacing contents: [String: [UInt8]], _ engine: RuleEngine
) throws -> Verdict {
  let files = Dictionary(example.files.map { ($0.path, $0.text) }, uniquingKeysWith: { $1 })
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
