/// What a rule page says of itself, without its query.
package struct Rule: Sendable, Identifiable {
  /// The page's file name in kebab-case: it names the pattern found, and reads well after "allow".
  package let id: String

  /// The folder of the page, such as `sockets`.
  package let area: String

  package let severity: Severity

  /// The page's heading: one line, without a full stop.
  package let title: String

  /// The page's section `Why`, in Markdown.
  package let why: String

  /// The page's section `Fix`, in Markdown.
  package let fix: String

  /// The whole page, in Markdown.
  package let page: String

  package init(
    id: String,
    area: String,
    severity: Severity,
    title: String,
    why: String,
    fix: String,
    page: String
  ) {
    self.id = id
    self.area = area
    self.severity = severity
    self.title = title
    self.why = why
    self.fix = fix
    self.page = page
  }
}
