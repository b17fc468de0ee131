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
}

extension SourceSpan {
  fileprivate var emptyAtEnd: SourceSpan {
    SourceSpan(file: file, start: Int(end), end: Int(end))
  }
}
