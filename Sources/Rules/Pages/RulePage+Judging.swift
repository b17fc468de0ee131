package import Facts
internal import SQLite
internal import SourceText

/// What two rows of a query must not have in common to be two findings.
private struct PlacedMessage: Hashable {
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
    let rows = try facts.rows(query)
    guard !rows.isEmpty else { return [] }
    let template = MessageTemplate(message)
    var findings: [Finding] = []
    var seen: Set<PlacedMessage> = []
    for row in rows {
      // What has no place of its own is still said: at the first place of the stack.
      guard let span = try facts.span(row["span"]) ?? anchor(facts) else { continue }
      let message = template.filled(from: row)
      guard seen.insert(PlacedMessage(span: span, message: message)).inserted else { continue }
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
    return try facts.rows(unknownQuery).first?["reason"]?.text
  }

  /// Whether the queries fit the schema and give what the message needs.
  func validate(_ facts: borrowing FactBase) throws {
    _ = try examples()
    let columns = try check(query, facts)
    for column in ["span"] + MessageTemplate(message).columns where !columns.contains(column) {
      throw RulePageError(
        path: path,
        line: queryLine,
        column: 1,
        message: "the query gives no column `\(column)`",
        excerpt: line(queryLine)
      )
    }
    try validateRepair(columns)
    if let unknownQuery, !(try facts.check(unknownQuery).contains("reason")) {
      throw RulePageError(
        path: path,
        line: queryLine,
        column: 1,
        message: "the query under `## Unknown` gives no column `reason`",
        excerpt: ""
      )
    }
    if let given, Schema.columnOfText(given.column, of: given.table) == nil {
      throw RulePageError(
        path: path,
        line: 1,
        column: 1,
        message: "there is no table `\(given.table)` with a text `\(given.column)`",
        excerpt: "given: \(given.table).\(given.column)"
      )
    }
    for table in needs where !Schema.tables.contains(where: { $0.name == table }) {
      throw RulePageError(
        path: path,
        line: 1,
        column: 1,
        message: "there is no table `\(table)`",
        excerpt: "needs: \(table)"
      )
    }
  }

  private func check(
    _ sql: String,
    _ facts: borrowing FactBase
  ) throws(RulePageError) -> [String] {
    do {
      return try facts.check(sql)
    } catch {
      throw located(error, in: sql)
    }
  }

  /// SQLite's byte offset in the query, as a line and column of the page.
  private func located(_ error: SQLiteError, in sql: String) -> RulePageError {
    let before = sql.utf8.prefix(error.offset ?? 0)
    let newline = UInt8(ascii: "\n")
    let line = queryLine + before.count { $0 == newline }
    let column = before.reversed().prefix { $0 != newline }.count + 1
    return RulePageError(
      path: path,
      line: line,
      column: column,
      message: error.message,
      excerpt: self.line(line)
    )
  }

  private func line(_ number: Int) -> String {
    let lines = rule.page.linesOfBytes
    return lines.indices.contains(number - 1) ? String(lines[number - 1]) : ""
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
