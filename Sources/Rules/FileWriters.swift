internal import Facts
internal import SQLite
internal import SourceText

/// The instructions that wrote the files whose texts stand in no file of the folder.
struct FileWriters {
  private var spans: [SourceFile.ID: SourceSpan] = [:]

  init(_ facts: borrowing FactBase) {
    // The table is one of ours: what fails here fails in every rule, and is told there.
    let rows = (try? facts.rows("SELECT text_span, span FROM written_file")) ?? []
    for row in rows {
      guard let text = facts.span(row["text_span"]), let span = facts.span(row["span"]) else {
        continue
      }
      spans[text.file] = span
    }
  }

  /// The finding with the instructions that wrote the files it names.
  func shown(in finding: Finding) -> Finding {
    guard !spans.isEmpty else { return finding }
    var finding = finding
    for file in [finding.span.file] + finding.related.map(\.span.file) {
      guard let span = spans[file], span != finding.span,
        !finding.related.contains(where: { $0.span == span })
      else { continue }
      finding.related.append(RelatedSpan(span: span, message: "the file is written here"))
    }
    return finding
  }
}
