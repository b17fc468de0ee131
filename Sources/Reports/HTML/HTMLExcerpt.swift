import SourceText

/// The lines around a span, with the span marked.
struct HTMLExcerpt {
  /// How many lines are shown before and after, and of a span of many lines.
  private static let context = 2
  private static let longestSpan = 12

  /// How much of a line is shown before, in and after the span, in bytes.
  private static let reach = 240

  private let span: Range<Int>
  private let file: SourceFile
  private let index: LineIndex

  init(_ span: SourceSpan, in file: SourceFile, index: LineIndex) {
    self.span = span.range.clamped(to: 0..<file.bytes.count)
    self.file = file
    self.index = index
  }

  func write(to html: HTMLWriter) {
    let first = index.position(at: span.lowerBound).line
    let last = index.position(at: max(span.lowerBound, span.upperBound - 1)).line
    let shownLast = min(last, first + HTMLExcerpt.longestSpan)
    let end = min(shownLast + HTMLExcerpt.context, lastLine)
    html.element("pre") {
      for line in max(1, first - HTMLExcerpt.context)...max(shownLast, end) {
        let range = index.range(ofLine: line)
        write(line, range, isMarked: (first...last).contains(line), to: html)
      }
    }
  }

  /// The last line that holds anything: what stands behind the last line end is none.
  private var lastLine: Int {
    let end = index.position(at: file.bytes.count)
    return end.column == 1 ? end.line - 1 : end.line
  }

  private func write(_ line: Int, _ range: Range<Int>, isMarked: Bool, to html: HTMLWriter) {
    html.element("b", text: String(line))
    if isMarked {
      let marked = span.clamped(to: range)
      let hasMark = !marked.isEmpty || span.isEmpty
      html.text(text(range.lowerBound..<marked.lowerBound, keepsEnd: true))
      if hasMark {
        html.element("mark", text: text(marked, keepsEnd: false))
      }
      html.text(text(marked.upperBound..<range.upperBound, keepsEnd: false))
    } else {
      html.text(text(range, keepsEnd: false))
    }
    html.breakLine()
  }

  private func text(_ range: Range<Int>, keepsEnd: Bool) -> String {
    guard range.count > HTMLExcerpt.reach else { return file.text(in: range) }
    return keepsEnd
      ? "…" + file.text(in: (range.upperBound - HTMLExcerpt.reach)..<range.upperBound)
      : file.text(in: range.lowerBound..<(range.lowerBound + HTMLExcerpt.reach)) + "…"
  }
}
