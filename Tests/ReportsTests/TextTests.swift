import Reports
import Rules
import SourceText
import Testing

@Suite struct TextTests {
  @Test(arguments: [40, 60, 100])
  func `no line is wider than a narrow terminal`(width: Int) throws {
    let report = Report([Sample.manyOfOneRule, Sample.edges])
    let lines = try lines(report, ReportOptions(width: width)).dropLast(2).filter { line in
      // A place and a rule's id are never broken: they are links.
      !line.hasSuffix("]:")
    }
    #expect(lines.map(\.count).max() ?? 0 <= width)
    #expect(lines.contains("  the workers stay root") == (width == 40))
  }

  @Test func `colour comes only when it is asked for`() throws {
    let colored = try lines(Report([Sample.crossFile]), ReportOptions(hasColor: true))
    let plain = try lines(Report([Sample.crossFile]), ReportOptions())
    #expect(colored.contains { $0.contains("\u{1B}[1;31merror[") })
    #expect(!plain.contains { $0.contains("\u{1B}") })
    #expect(colored.map(withoutColor) == plain)
  }

  @Test func `a caret stands under its text, after wide and tabbed characters too`() throws {
    var stack = StackBuilder("s")
    stack.add("a", "\t漢字🦢e\u{301} here\n")
    let finding = Finding(
      rule: "r", severity: .error, message: "m", span: stack.span("a", "here"), help: "")
    let verdict = stack.verdict([
      RuleResult(rule: Sample.socketRule, outcome: .failed([finding]))
    ])
    let lines = try lines(Report([verdict]), ReportOptions())
    #expect(lines[2] == "1 |     漢字🦢e\u{301} here")
    #expect(lines[3] == "  | " + String(repeating: " ", count: 4 + 6 + 1 + 1) + "^^^^")
  }

  @Test func `a line of a megabyte is cut around the span`() throws {
    var stack = StackBuilder("s")
    let half = String(repeating: "é", count: 250_000)
    stack.add("a", half + "HERE" + half)
    let finding = Finding(
      rule: "r", severity: .error, message: "m", span: stack.span("a", "HERE"), help: "")
    let verdict = stack.verdict([
      RuleResult(rule: Sample.socketRule, outcome: .failed([finding]))
    ])
    let lines = try lines(Report([verdict]), ReportOptions(width: 80))
    #expect(lines[0].hasPrefix("s/a:1:250001: "))
    #expect(lines[2].count <= 80)
    let here = try #require(lines[2].firstRange(of: "HERE"))
    let caret = try #require(lines[3].firstRange(of: "^^^^"))
    #expect(
      lines[2].distance(from: lines[2].startIndex, to: here.lowerBound)
        == lines[3].distance(from: lines[3].startIndex, to: caret.lowerBound))
  }

  private func lines(_ report: Report, _ options: ReportOptions) throws -> [String] {
    let bytes = try ReportFormat.text.reporter(options).bytes(of: report)
    return String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  private func withoutColor(_ line: String) -> String {
    var plain = ""
    var isEscape = false
    for character in line {
      if character == "\u{1B}" { isEscape = true }
      if !isEscape { plain.append(character) }
      if character == "m" { isEscape = false }
    }
    return plain
  }
}
