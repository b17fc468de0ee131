import Examples
import Rules
import Testing

/// Rules may ask what decides in a block of nginx, wherever it is written.
struct EffectiveDirectiveTests {
  @Test func `a location takes over a value from its server`() throws {
    try holds(
      name: "client_max_body_size",
      bad: "client_max_body_size 1m; location /a { }",
      good: "location /a { client_max_body_size 2m; }")
  }

  @Test func `a list is taken over as a whole, by a block that has none of it`() throws {
    try holds(
      name: "add_header",
      bad: "add_header A a; location /a { }",
      good: "add_header A a; location /a { add_header B b; }")
  }

  @Test func `what belongs to its own block is not taken over`() throws {
    try holds(
      name: "rewrite",
      bad: "location /a { rewrite ^ /b; }",
      good: "rewrite ^ /b; location /a { }")
  }

  /// Judges with a rule that finds `name` in effect in a location, when its first word is `A`, `^` or `1m`.
  private func holds(name: String, bad: String, good: String) throws {
    let page = try RulePage(
      """
      ---
      id: a-rule
      area: nginx-http
      severity: note
      needs: nginx_effective
      ---
      # A rule

      ## Why
      For a test.

      ## Query
      ```sql
      SELECT effective.span, effective.name
      FROM nginx_effective AS effective
      JOIN nginx_location AS location ON location.directive_id = effective.block_id
      WHERE effective.name = '\(name)' AND effective.first IN ('A', '^', '1m')
      ```

      ## Message
      `{name}` is in effect

      ## Fix
      None.

      ## Bad
      ```nginx site.conf
      server { \(bad) }
      ```

      ## Good
      ```nginx site.conf
      server { \(good) }
      ```
      """, path: "rules/nginx-http/a-rule.md")
    for result in try PageExaminer().examine(page) {
      #expect(result.isAsPromised, "\(result.summary)")
    }
  }
}
