import Boot
import Facts
import Image
import Rules
import Testing

/// How the engine asks pages that it may not trust.
struct RuleEngineTests {
  @Test func `a query without an end is cut off, and said`() throws {
    let endless = """
      WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number)
      SELECT NULL AS span, sum(n) AS message FROM number
      """
    let result = try judge(page("endless", query: endless))[0]
    #expect(result.findings.map(\.severity) == [.warning])
    #expect(result.findings[0].message.hasPrefix("the rule `endless` was not judged"))
    #expect(result.failure?.isBuiltIn == false)
  }

  @Test func `a query with rows for a whole day is cut off too`() throws {
    let rows = """
      WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT 200000)
      SELECT NULL AS span, n AS message FROM number
      """
    let result = try judge(page("rows", query: rows))[0]
    #expect(result.failure?.reason.hasPrefix("there are more than") == true)
  }

  @Test func `a page that does not fit the schema says where`() throws {
    let page = try page("wrong", query: "SELECT span,\n\t'é', frist AS message FROM process")
    let error = try #require(throws: RulePageError.self) { try page.validate(try FactBase()) }
    #expect(
      error.description == """
        wrong.md:15:7: no such column: frist
          \t'é', frist AS message FROM process
          \t     ^
        """)
  }

  @Test func `a page that needs what is not there says where`() throws {
    let query = "SELECT span, 1 AS message FROM stack"
    let page = try page("wrong", head: "needs: proces", query: query)
    let error = try #require(throws: RulePageError.self) { try page.validate(try FactBase()) }
    #expect(error.description == "wrong.md:5:1: there is no table `proces`\n  needs: proces\n  ^")
  }

  @Test func `a word of a megabyte stops no rule`() throws {
    let word = String(repeating: "x", count: 1_100_000)
    let files = ["nginx.conf": "events {}\nhttp { add_header A \"\(word)\"; }\n"]
    let stack = try StackLoader.load(
      filesOf: BuildContext(files: files), path: "example", StackRequest())
    let results = RuleEngine(try Catalogue.builtIn()).judge(try FactBase.filled(from: stack))
    #expect(results.compactMap(\.failure).isEmpty)
  }

  @Test func `what a rule covers is not said again at the same place`() throws {
    let results = try judge(
      page("cause", head: "covers: effect", query: directives("first = '80'")),
      page("effect", query: directives("name = 'listen'")))
    #expect(results.map { $0.findings.count } == [1, 1])
    #expect(results[1].findings.map(\.message) == ["listen 90"])
  }

  @Test func `what a rule precludes is not said of the same file`() throws {
    let results = try judge(
      page("cause", head: "precludes: effect", query: directives("first = '80'")),
      page("effect", query: directives("name = 'listen'")))
    #expect(results.map { $0.findings.count } == [1, 0])
    guard case .skipped(let reason) = results[1].outcome else {
      Issue.record("the effect was judged")
      return
    }
    #expect(reason == "`cause` is the cause")
  }

  private func directives(_ condition: String) -> String {
    "SELECT span, name || ' ' || parameters AS message FROM nginx_directive WHERE \(condition)"
  }

  private func judge(_ pages: RulePage...) throws -> [RuleResult] {
    let files = ["nginx.conf": "events {}\nhttp { server { listen 80; listen 90; } }\n"]
    let stack = try StackLoader.load(
      filesOf: BuildContext(files: files), path: "example", StackRequest())
    return RuleEngine(Catalogue(pages: pages)).judge(try FactBase.filled(from: stack))
  }

  private func page(_ id: String, head: String = "", query: String) throws -> RulePage {
    let page = """
      ---
      id: \(id)
      area: test
      severity: error
      \(head.isEmpty ? "needs: stack" : head)
      ---
      # A page of a test

      ## Why
      To see what the engine does.

      ## Query
      ```sql
      \(query)
      ```

      ## Message
      {message}

      ## Fix
      None.

      ## Bad
      ```nginx nginx.conf
      events {}
      ```

      ## Good
      ```nginx nginx.conf
      events {}
      ```
      """
    return try RulePage(page, path: "\(id).md")
  }
}
