package import SourceText

/// One place where a stack breaks a rule.
package struct Finding: Sendable {
  /// The id of the rule.
  package var rule: String
  package var severity: Severity

  /// What is wrong, in one sentence: lower-case, no full stop, Markdown's backquotes for code.
  package var message: String

  /// Where to look first.
  package var span: SourceSpan

  /// The other sides of it.
  package var related: [RelatedSpan]

  /// What to do about it, in Markdown.
  package var help: String

  /// What the finding is about, such as a socket's address.
  ///
  /// Rule, path and subject are what a fingerprint is made of, so that it survives moved lines.
  package var subject: String

  /// The edits that would mend it, if the rule knows them.
  package var repair: Repair?

  package init(
    rule: String,
    severity: Severity,
    message: String,
    span: SourceSpan,
    related: [RelatedSpan] = [],
    help: String,
    subject: String = "",
    repair: Repair? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.span = span
    self.related = related
    self.help = help
    self.subject = subject
    self.repair = repair
  }
}
