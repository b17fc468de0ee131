import Rules
import SourceText

/// A stack with as many findings as anyone will ever have.
enum ManyFindings {
  private static let findingsPerFile = 250
  private static let ruleCount = 100

  static func verdict(count: Int) -> Verdict {
    var sources = SourceFiles()
    var byRule: [[Finding]] = Array(repeating: [], count: ruleCount)
    for first in stride(from: 0, to: count, by: findingsPerFile) {
      let lines = first..<min(first + findingsPerFile, count)
      let name = "sites/site\(first / findingsPerFile).conf"
      let text = lines.map(line).joined()
      let file = sources.add(path: "/etc/nginx/\(name)", origin: name, bytes: Array(text.utf8))
      var start = 0
      for number in lines {
        let length = line(number).utf8.count
        let span = SourceSpan(file: file.id, start: start + 4, end: start + length - 1)
        byRule[number % ruleCount].append(finding(number, span))
        start += length
      }
    }
    let results = byRule.enumerated().map { number, findings in
      RuleResult(rule: rule(number), outcome: findings.isEmpty ? .passed : .failed(findings))
    }
    return Verdict(path: "stack", sources: sources, results: results)
  }

  private static func line(_ number: Int) -> String {
    "    location /shop\(number)/ { uwsgi_pass unix:/run/shop\(number).sock; }\n"
  }

  private static func finding(_ number: Int, _ span: SourceSpan) -> Finding {
    let rule = rule(number % ruleCount)
    return Finding(
      rule: rule.id, severity: rule.severity,
      message: "nginx passes requests to `/run/shop\(number).sock`, but uWSGI listens on `/run/a`",
      span: span,
      related: [RelatedSpan(span: span, message: "uWSGI listens on `/run/a.sock\(number)`")],
      help: rule.fix, subject: "/run/shop\(number).sock",
      repair: Repair(
        edits: [Repair.Edit(span: span, replacement: "uwsgi_pass unix:/run/a\(number);")],
        isSafe: false))
  }

  private static func rule(_ number: Int) -> Rule {
    Rule(
      id: "rule-\(number)", area: "sockets", severity: Severity.allCases[number % 3],
      title: "The title of rule \(number)", why: "It matters because of `\(number)`.",
      fix: "Name one socket in both files: `uwsgi_pass unix:/run/b.sock;`.",
      page: "# The title\n\n## Why\nIt matters.\n")
  }
}
