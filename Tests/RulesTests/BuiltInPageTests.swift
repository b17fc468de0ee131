import Facts
import Rules
import Testing

/// The pages under `rules/`, each for itself.
struct BuiltInPageTests {
  @Test func `every page is a complete rule whose queries fit the schema`() throws {
    let catalogue = try Catalogue.builtIn()
    try RuleEngine(catalogue).validate()
  }

  @Test(arguments: builtInPages())
  func `a page lies where its head says`(page: RulePage) {
    #expect(page.path == "rules/\(page.rule.area)/\(page.rule.id).md")
  }

  @Test(arguments: builtInPages())
  func `what a page covers is there`(page: RulePage) throws {
    let catalogue = try Catalogue.builtIn()
    for covered in page.covers + page.precludes + page.stops {
      #expect(catalogue[covered] != nil, "there is no rule `\(covered)`")
    }
  }
}

/// A malformed page fails the first test; here it leaves nothing to ask.
func builtInPages() -> [RulePage] {
  (try? Catalogue.builtIn().pages) ?? []
}
