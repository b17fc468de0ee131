import Reports
import Rules
import SourceText

/// Text that breaks reports whose writer did not think of it.
enum HostileText {
  static let all: [(name: String, text: String)] = [
    ("controls", String(String.UnicodeScalarView((0..<0xA0).compactMap(Unicode.Scalar.init)))),
    ("terminal", "\u{1B}[2J\u{1B}]8;;https://example.org\u{7}link\u{1B}]8;;\u{7}\u{9B}31m"),
    ("xml", "]]>--><?xml?><!DOCTYPE x><![CDATA[</failure>&amp;&#0;\"'"),
    ("html", "</pre></style></title></script><script>alert(1)</script><img src=x onerror=a>"),
    ("markdown", "| a | b |\n---\n```\n# `*_[x](javascript:alert(1))_*` <b> \\| \\"),
    (
      "accents",
      "%\u{301}0A ,\u{301} :\u{301} |\u{301} \"\u{301} <\u{301} [\u{301} \\\u{301} #\u{301}"
    ),
    ("github", "::error::x%0A%0D##[error]y,file=z::\r\n::stop-commands::t\n"),
    ("tap", "# SKIP # TODO\nnot ok 1\nBail out!\n1..0\n  ---\n  ...\n\\#"),
    ("yaml", "\"\\x\n...\n---\n- *a &b !c %d @e"),
    ("json", "\\u0000\\\" \u{2028}\u{2029}\u{FEFF}\u{FFFE}\u{FFFF}"),
    ("direction", "\u{202E}moc\u{202C}\u{2066}\u{200F}\u{E0001}"),
    ("emoji", "👩‍👩‍👧‍👦🦢🇨🇭é\u{301}\u{301} 漢字 \u{10FFFF}"),
    ("windows", "C:\\sites\\new\\table\\u0041\\"),
    ("undecodable", String(decoding: [0xC3, 0x28, 0xFF, 0xED, 0xA0, 0x80, 0x61], as: UTF8.self)),
    ("empty", ""),
    ("blank", " \t\n \r\n"),
    ("long", String(repeating: "x", count: 1 << 12)),
    (
      "long lines",
      String(repeating: "é🦢`", count: 1_000) + "\n" + String(repeating: "|", count: 999)
    ),
  ]

  /// A stack with the text in every field that can hold any, and so many bytes behind it.
  static func report(with text: String, padding: Int = 0) -> Report {
    var stack = StackBuilder(text)
    stack.add(
      "a " + text,
      bytes: Array("a = \(text)".utf8) + [0xFF, 0xC3, 0x28] + Array(text.utf8)
        + [UInt8](repeating: 0xE9, count: padding))
    let id = text.isEmpty ? "rule" : text
    let rule = Rule(
      id: id, area: text, severity: .error, title: text, why: text, fix: text, page: text)
    let span = stack.span(file: 0, 1..<(4 + text.utf8.count))
    let finding = Finding(
      rule: id, severity: .error, message: text, span: span,
      related: [RelatedSpan(span: stack.span(file: 0, 0..<1), message: text)], help: text,
      subject: text,
      repair: Repair(edits: [Repair.Edit(span: span, replacement: text)], isSafe: true))
    var verdict = stack.verdict([
      RuleResult(rule: rule, outcome: .failed([finding])),
      RuleResult(rule: Sample.rule("skipped", area: "x", .note), outcome: .skipped(text)),
    ])
    verdict.suppressed = [SuppressedFinding(finding, reason: .comment(text))]
    return Report([verdict], failure: text, toolVersion: "0.1.0")
  }
}
