import Repairs
import Rules
import SourceText

/// A stack whose rules are about words: each bad word has a repair that puts another in its place.
struct WordStack {
  /// What is found, and what is put in its place.
  private static let words: [(word: String, replacement: String, isSafe: Bool)] = [
    ("BAD", "GOOD", true), ("RISKY", "SOUND", false), ("CHAIN", "BAD", true),
    ("STUBBORN", "STUBBORN", true), ("TRAP", "BROKEN", true), ("PING", "PONG", true),
    ("PONG", "PING", true), ("SPLIT", "one\ntwo", true),
  ]

  private let files: [String: [UInt8]]
  private let overlaps: Bool

  init(_ files: [String: String], overlaps: Bool = false) {
    self.init(bytes: files.mapValues { Array($0.utf8) }, overlaps: overlaps)
  }

  init(bytes: [String: [UInt8]], overlaps: Bool = false) {
    files = bytes
    self.overlaps = overlaps
  }

  func mend(includesUnsafe: Bool = false) throws -> RepairSession.Outcome {
    try RepairSession.mend(judge([:]), includesUnsafe: includesUnsafe, check: judge)
  }

  private func judge(_ contents: [String: [UInt8]]) -> Verdict {
    var sources = SourceFiles()
    var findings: [Finding] = []
    for (path, bytes) in files.merging(contents, uniquingKeysWith: { $1 }).sorted(by: {
      $0.key < $1.key
    }) {
      let origin = path.hasPrefix("/") ? nil : path
      let file = sources.add(path: "/app/\(path)", origin: origin, bytes: bytes)
      for (word, replacement, isSafe) in WordStack.words {
        for span in spans(of: word, in: file) {
          let edit = Repair.Edit(span: span, replacement: replacement)
          let repair = Repair(edits: [edit], isSafe: isSafe)
          findings.append(finding(word, .warning, span, repair))
          if overlaps {
            findings.append(
              finding(
                word + " again", .warning, span,
                Repair(
                  edits: [
                    Repair.Edit(span: span, replacement: "OTHER")
                  ], isSafe: true)))
          }
        }
      }
      for span in spans(of: "BROKEN", in: file) {
        findings.append(finding("BROKEN", .error, span, nil))
      }
    }
    let rule = Rule(
      id: "words", area: "x", severity: .warning, title: "", why: "", fix: "", page: "")
    return Verdict(
      path: "stack", sources: sources,
      results: [RuleResult(rule: rule, outcome: .failed(findings))])
  }

  private func finding(
    _ subject: String, _ severity: Severity, _ span: SourceSpan, _ repair: Repair?
  ) -> Finding {
    Finding(
      rule: "words", severity: severity, message: subject, span: span, help: "",
      subject: subject, repair: repair)
  }

  private func spans(of word: String, in file: SourceFile) -> [SourceSpan] {
    let wanted = Array(word.utf8)
    return file.bytes.indices.compactMap { start in
      guard file.bytes[start...].starts(with: wanted) else { return nil }
      return SourceSpan(file: file.id, start: start, end: start + wanted.count)
    }
  }
}
