internal import Facts
internal import SQLite
internal import SourceText

extension RulePage {
  /// The repair of a row: `edit_text` stands in the place of the span `edit`, or comes behind the
  /// span `edit_behind`; the page's head says whether that can only mend.
  func repair(in row: SQLite.Row, _ facts: borrowing FactBase) -> Repair? {
    guard let safety = repair, let text = row["edit_text"]?.text,
      let span = facts.span(row["edit"]) ?? facts.span(row["edit_behind"])?.emptyAtEnd
    else { return nil }
    return Repair(
      edits: [Repair.Edit(span: span, replacement: text)], isSafe: safety == .safe)
  }

  /// Whether the head says `repair` exactly where the query gives edits.
  func validateRepair(_ columns: [String]) throws(RulePageError) {
    let givesEdits =
      columns.contains("edit_text")
      && (columns.contains("edit") || columns.contains("edit_behind"))
    guard givesEdits != (repair != nil) else { return }
    throw RulePageError(
      path: path,
      line: queryLine,
      column: 1,
      message: givesEdits
        ? "the query gives edits, and the head does not say `repair: safe` or `repair: unsafe`"
        : "the head says `repair`, and the query gives no columns `edit_text` and `edit`",
      excerpt: ""
    )
  }
}

extension SourceSpan {
  fileprivate var emptyAtEnd: SourceSpan {
    SourceSpan(file: file, start: Int(end), end: Int(end))
  }
}
