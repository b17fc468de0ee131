import Rules
import SourceText

/// Finds the places of one stack's spans; it reads each file's lines once, when first asked.
final class Places {
  let verdict: Verdict
  private let folder: StackPath
  private var indexes = LineIndexes()

  init(_ verdict: Verdict) {
    self.verdict = verdict
    folder = StackPath(verdict)
  }

  func place(of span: SourceSpan) -> Place {
    let file = verdict.sources[span.file]
    let index = index(of: file)
    return Place(
      path: file.origin.map(folder.joined(with:)) ?? file.path,
      start: index.position(at: Int(span.start)),
      end: index.position(at: Int(span.end)),
      isInFolder: file.origin != nil
    )
  }

  func file(of span: SourceSpan) -> SourceFile {
    verdict.sources[span.file]
  }

  func index(of file: SourceFile) -> LineIndex {
    indexes[file]
  }
}
