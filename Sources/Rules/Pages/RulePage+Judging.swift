package import Facts
internal import SQLite
internal import SourceText

/// What two rows of a query must not have in common to be two findings.
private struct FindingKey: Hashable {
  let span: SourceSpan
  let message: String
}

extension RulePage {
  /// False where the rows that the query is about are not there, so that it need not be asked.
  package func mayFind(_ facts: borrowing FactBase) -> Bool {
    guard let given else { return true }
    return facts.mayHold(given)
  }

  /// The findings that the query's rows stand for; the same place and message count once.
  ///
  /// - Throws: `SQLiteError` for a query that does not fit the schema, or is cut off.
  package func findings(_ facts: borrowing FactBase) throws -> [Finding] {
    let rows = try facts.rows(query.sql)
    guard !rows.isEmpty else { return [] }
    let template = MessageTemplate(message)
    var findings: [Finding] = []
    var seen: Set<FindingKey> = []
    for row in rows {
      // What has no place of its own is still said: at the first place of the stack.
      guard let span = try facts.span(row["span"]) ?? anchor(facts) else { continue }
      let message = template.filled(from: row)
      guard seen.insert(FindingKey(span: span, message: message)).inserted else { continue }
      findings.append(
        Finding(
          rule: rule.id,
          severity: severity(in: row),
          message: message,
          span: span,
          related: related(in: row, facts),
          help: rule.fix,
          subject: row["subject"]?.text ?? message,
          repair: repair(in: row, facts)
        )
      )
    }
    return findings
  }

  /// The first place to look at in the stack.
  func anchor(_ facts: borrowing FactBase) throws -> SourceSpan? {
    let stack = try facts.rows("SELECT span FROM stack").first
    return facts.span(stack?["span"])
  }

  /// Why the rule could not be judged, where the page can tell.
  func reasonNotJudged(_ facts: borrowing FactBase) throws -> String? {
    guard let unknownQuery else { return nil }
    return try facts.rows(unknownQuery.sql).first?["reason"]?.text
  }

  /// A row may be worse or better than its page: a column `severity` says so.
  private func severity(in row: SQLite.Row) -> Severity {
    row["severity"]?.text.flatMap(Severity.init(rawValue:)) ?? rule.severity
  }

  private func related(in row: SQLite.Row, _ facts: borrowing FactBase) -> [RelatedSpan] {
    var related: [RelatedSpan] = []
    for suffix in ["", "_2", "_3"] {
      guard let span = facts.span(row["see\(suffix)"]) else { continue }
      related.append(RelatedSpan(span: span, message: row["see_message\(suffix)"]?.text ?? ""))
    }
    return related
  }
}
