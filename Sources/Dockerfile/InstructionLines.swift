import SourceText

/// A line that a Dockerfile's continuations make of several.
struct InstructionLine {
  let text: SpannedText
  let lines: ClosedRange<Int>

  /// The comments right above it.
  let comments: [String]

  /// Where an empty line was skipped inside of it.
  let hasEmptyContinuation: Bool
}

/// Joins the lines of a Dockerfile into instructions, past comments and parser directives.
struct InstructionLines {
  private(set) var source: SourceLines
  private(set) var directives = ParserDirectiveReader()

  init(_ file: SourceFile) {
    source = SourceLines(file)
  }

  mutating func next() -> InstructionLine? {
    var comments: [String] = []
    while let raw = source.next() {
      let line = raw.trimmingLineEnd().trimmingStart()
      let isDirective = directives.read(line)
      if raw.isComment {
        if !isDirective { note(raw, in: &comments) }
        continue
      }
      let (text, isContinued) = continued(line)
      if text.isEmpty, !isContinued {
        comments = []
        continue
      }
      return joined(text, isContinued: isContinued, comments: comments)
    }
    return nil
  }

  /// Takes the lines of a here-document; nil for the body where its terminator never comes.
  mutating func heredocBody(terminator: [UInt8], stripsTabs: Bool) -> SpannedText? {
    var body: SpannedText?
    while let line = source.next() {
      var candidate = line.trimmingLineEnd()
      if stripsTabs {
        let start = candidate.bytes.firstIndex { $0 != .tab } ?? candidate.bytes.count
        candidate = candidate[start..<candidate.bytes.count]
      }
      if candidate.bytes == terminator { return body ?? line[0..<0] }
      body = body.map { joined($0, line) } ?? line
    }
    return nil
  }

  private mutating func joined(
    _ text: SpannedText,
    isContinued: Bool,
    comments: [String]
  ) -> InstructionLine {
    let start = source.taken
    var text = text
    var isContinued = isContinued
    var hasEmptyContinuation = false
    while isContinued, let raw = source.next() {
      let line = raw.trimmingLineEnd()
      if raw.isComment { continue }
      if line.trimmingStart().isEmpty {
        hasEmptyContinuation = true
        continue
      }
      let piece: SpannedText
      (piece, isContinued) = continued(line)
      text.append(piece)
    }
    return InstructionLine(
      text: text,
      lines: start...source.taken,
      comments: comments,
      hasEmptyContinuation: hasEmptyContinuation
    )
  }

  /// The line without the escape character that continues it, and whether there was one.
  private func continued(_ line: SpannedText) -> (SpannedText, Bool) {
    let bytes = line.bytes
    guard let last = bytes.lastIndex(where: { $0 != .blank && $0 != .tab }),
      bytes[last] == directives.escape,
      last == 0 || bytes[last - 1] != directives.escape
    else { return (line, false) }
    return (line[0..<last], true)
  }

  private func joined(_ first: SpannedText, _ second: SpannedText) -> SpannedText {
    var text = first
    text.append(second)
    return text
  }

  // BuildKit takes the first byte off the line as it stands, so an indented comment keeps its `#`.
  private func note(_ line: SpannedText, in comments: inout [String]) {
    let text = line[1..<line.bytes.count].trimmed().text
    if text.isEmpty {
      comments = []
    } else {
      comments.append(text)
    }
  }
}
