package import Facts
internal import SQLite
internal import SourceText

extension RulePage {
  /// Whether the queries fit the schema and give what the message needs.
  ///
  /// - Throws: `RulePageError` where they do not, with the place in the page.
  package func validate(_ facts: borrowing FactBase) throws(RulePageError) {
    _ = try examples()
    try validateHead()
    let given = try columns(of: query, facts)
    for column in ["span"] + MessageTemplate(message).columns where !given.contains(column) {
      throw error("the query gives no column `\(column)`", line: query.line)
    }
    try validateRepair(given)
    if let unknownQuery, !(try columns(of: unknownQuery, facts).contains("reason")) {
      throw error("the query under `## Unknown` gives no column `reason`", line: unknownQuery.line)
    }
  }

  /// An error at the line of the head that gives a key.
  func error(_ message: String, atKey key: String) -> RulePageError {
    let head = MarkdownSections(rule.page).frontMatter
    return error(message, line: head.first { $0.key == key }?.line ?? 1)
  }

  private func error(_ message: String, line: Int) -> RulePageError {
    RulePageError(PlacedMessage(message, path: path, line: line, of: rule.page))
  }

  private func validateHead() throws(RulePageError) {
    if let given, Schema.columnOfText(given.column, of: given.table) == nil {
      throw error(
        "there is no table `\(given.table)` with a text `\(given.column)`", atKey: "given")
    }
    for table in needs where !Schema.tables.contains(where: { $0.name == table }) {
      throw error("there is no table `\(table)`", atKey: "needs")
    }
  }

  /// The head must say `repair` exactly where the query gives edits.
  private func validateRepair(_ columns: [String]) throws(RulePageError) {
    let givesEdits =
      columns.contains("edit_text")
      && (columns.contains("edit") || columns.contains("edit_behind"))
    if givesEdits, repair == nil {
      throw error(
        "the query gives edits, and the head does not say `repair: safe` or `repair: unsafe`",
        line: query.line)
    }
    if !givesEdits, repair != nil {
      throw error(
        "the head says `repair`, and the query gives no columns `edit_text` and `edit`",
        atKey: "repair")
    }
  }

  private func columns(
    of query: Query, _ facts: borrowing FactBase
  ) throws(RulePageError) -> [String] {
    do {
      return try facts.check(query.sql)
    } catch {
      let page = rule.page
      let start = page.startOfLine(query.line)
      throw RulePageError(
        PlacedMessage(error.message, path: path, at: start + (error.offset ?? 0), of: page))
    }
  }
}

extension String {
  /// The byte at which a line begins; lines count from 1.
  fileprivate func startOfLine(_ line: Int) -> Int {
    linesOfBytes.prefix(line - 1).reduce(0) { $0 + $1.utf8.count + 1 }
  }
}
