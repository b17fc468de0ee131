package import SourceText

/// Edits that mend a finding.
package struct Repair: Hashable, Sendable {
  /// A span and the text to put in its place; an empty span takes nothing away.
  package struct Edit: Hashable, Sendable {
    package let span: SourceSpan

    /// The text, its lines ended with LF and indented as if the span's line were not.
    package let replacement: String

    package init(span: SourceSpan, replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  package let edits: [Edit]

  /// Whether the edits can only mend: they change nothing that works.
  package let isSafe: Bool

  package init(edits: [Edit], isSafe: Bool) {
    self.edits = edits
    self.isSafe = isSafe
  }

  /// The edits as their files write lines.
  package func edits(in sources: SourceFiles) -> [Edit] {
    edits.map { $0.fitted(to: sources[$0.span.file]) }
  }
}

extension Repair.Edit {
  /// The edit with the line ends of the file and the indentation of the line that it begins on.
  ///
  /// A new line goes behind the comment that may end the line before it, and becomes part of that
  /// line where anything else follows.
  fileprivate func fitted(to file: SourceFile) -> Repair.Edit {
    guard replacement.utf8.contains(UInt8(ascii: "\n")) else { return self }
    let line = SourceLine(around: span, in: file)
    let opensLine = span.start == span.end && replacement.utf8.first == UInt8(ascii: "\n")
    if opensLine, !line.hasOnlyComment {
      let words = replacement.split { $0 == "\n" || $0 == " " }
      return Repair.Edit(span: span, replacement: " " + words.joined(separator: " "))
    }
    let place = opensLine ? line.end : Int(span.start)
    return Repair.Edit(
      span: SourceSpan(file: file.id, start: place, end: max(place, Int(span.end))),
      replacement: replacement.replacing("\n", with: line.lineEnd + line.indentation))
  }
}

/// What an edit has to know of the line that it changes.
private struct SourceLine {
  /// The end of the span's last line, before its line end.
  let end: Int

  /// The blanks that the span's first line begins with.
  let indentation: String

  /// How the file ends its lines, as its first one tells.
  let lineEnd: String

  /// Whether nothing follows the span on its line but a comment.
  let hasOnlyComment: Bool

  init(around span: SourceSpan, in file: SourceFile) {
    let bytes = file.bytes
    let start = min(Int(span.start), bytes.count)
    let lineStart = bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let blanks = bytes[lineStart..<start].prefix { $0 == 32 || $0 == 9 }
    indentation = String(decoding: blanks, as: UTF8.self)
    let firstEnd = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    lineEnd = firstEnd > 0 && bytes[firstEnd - 1] == UInt8(ascii: "\r") ? "\r\n" : "\n"
    let rest = bytes[min(Int(span.end), bytes.count)...].prefix {
      $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
    }
    end = rest.endIndex
    let first = rest.first { $0 != 32 && $0 != 9 }
    hasOnlyComment = first.map { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ";") } ?? true
  }
}
