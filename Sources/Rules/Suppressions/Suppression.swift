package import SourceText

/// A comment that tells dovetail to say nothing of rules: `# dovetail: ignore[rule-id] reason`.
package struct Suppression: Sendable {
  /// The ids of rules, or areas; none where what the comment says is nothing that dovetail knows.
  package let rules: [String]

  /// Why; empty where nobody said.
  package let reason: String

  /// The comment.
  package let span: SourceSpan

  /// The lines that it is about, counted from 1: its own, and where it stands alone those below, up
  /// to the first that is no comment.
  package let lines: ClosedRange<Int>

  func covers(_ finding: Finding, of rule: Rule, on line: Int) -> Bool {
    finding.span.file == span.file && (lines.contains(line) || isInside(finding.span))
      && (rules.contains(finding.rule) || rules.contains(rule.area))
  }

  /// Whether the comment stands between the lines of what was found, as in a long `RUN`.
  private func isInside(_ found: SourceSpan) -> Bool {
    found.start < span.start && span.start < found.end
  }

  /// The suppressions of a file, whatever the program that reads it: `#` and `;` begin comments.
  package static func suppressions(in file: SourceFile) -> [Suppression] {
    let marker = Array("dovetail:".utf8)
    guard file.bytes.count >= marker.count else { return [] }
    let lines = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.indices.compactMap { Suppression(of: lines, at: $0, in: file.id) }
  }

  private init?(of fileLines: [ArraySlice<UInt8>], at index: Int, in file: SourceFile.ID) {
    let line = fileLines[index]
    let name = "dovetail".utf8
    guard
      let colon = line.indices.first(where: {
        line[$0] == UInt8(ascii: ":") && line[..<$0].suffix(name.count).elementsEqual(name)
      }),
      case let word = colon - name.count,
      let mark = line[..<word].lastIndex(where: {
        $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ";")
      }),
      line[(mark + 1)..<word].allSatisfy({ $0 == 32 || $0 == 9 })
    else { return nil }
    let text = String(decoding: line[(colon + 1)...], as: UTF8.self)
    (rules, reason) = Self.read(text)
    span = SourceSpan(file: file, start: mark, end: line.endIndex)
    let number = index + 1
    let below = fileLines[number...].prefix(while: Self.isComment).count
    lines = number...(Self.isComment(line) ? number + below + 1 : number)
  }

  private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
    let first = line.first { $0 != 32 && $0 != 9 }
    return first == UInt8(ascii: "#") || first == UInt8(ascii: ";")
  }

  /// The rules of all brackets, and what stands behind the last one.
  private static func read(_ text: String) -> (rules: [String], reason: String) {
    var rules: [String] = []
    var rest = text.trimmingBlanks[...]
    while rest.hasPrefix("ignore["), let close = rest.firstIndex(of: "]") {
      rules += rest[..<close].dropFirst("ignore[".count).split { $0 == "," || $0.isWhitespace }
        .map(String.init)
      rest = rest[close...].dropFirst().drop(while: \.isWhitespace)
    }
    return (rules, String(rest))
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
