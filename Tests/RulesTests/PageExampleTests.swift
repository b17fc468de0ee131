import Examples
import Rules
import Testing

/// The examples of the pages under `rules/`, each through the whole pipeline.
struct PageExampleTests {
  @Test(arguments: builtInPages())
  func `a page finds what it calls bad, and nothing in what it calls good`(page: RulePage) throws {
    for result in try PageExaminer().examine(page) {
      #expect(result.isAsPromised, "\(result.summary)")
    }
  }
}
