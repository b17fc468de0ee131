import Examples
import Facts
import Rules
import Testing

/// The head's field `given`: without such rows the query is not asked, because it can find nothing.
struct GivenRowsTests {
  @Test(arguments: builtInPages())
  func `a query finds nothing where its given rows are not`(page: RulePage) throws {
    let others = try Catalogue.builtIn().pages
    for example in try page.examples() where example.kind == .bad {
      for container in try PageExaminer().containers(of: example) {
        let facts = try FactBase.filled(from: container)
        for other in others where !other.mayFind(facts) {
          #expect(try other.findings(facts).isEmpty, "\(other.rule.id) is not given enough")
        }
      }
    }
  }
}
