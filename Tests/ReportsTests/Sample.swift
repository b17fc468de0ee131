import Reports
import Rules
import SourceText

/// Six stacks, made in code, that every format is tried on.
enum Sample {
  static let report = Report(
    [clean, crossFile, manyOfOneRule, hostile, imageOnly, edges],
    timestamp: "2026-11-22T15:44:00",
    milliseconds: 1234,
    toolVersion: "0.1.0"
  )

  static let socketRule = rule("connection-without-endpoint", area: "sockets", .error)
  static let rootRule = rule("uwsgi-runs-as-root", area: "users", .warning)
  static let tokensRule = rule("server-tokens-shown", area: "http", .note)

  /// Nothing found, one rule not judged.
  static let clean = Verdict(
    path: "stacks/clean",
    sources: SourceFiles(),
    results: [
      RuleResult(rule: socketRule, outcome: .passed),
      RuleResult(rule: rootRule, outcome: .skipped("the image's users are not known")),
    ]
  )

  /// An error whose other side is in another file, with a repair.
  static let crossFile: Verdict = {
    var stack = StackBuilder("stacks/flask")
    stack.add("nginx.conf", "server {\n    listen 80;\n    uwsgi_pass unix:/run/a.sock;\n}\n")
    stack.add("uwsgi.ini", "[uwsgi]\nsocket = /run/b.sock\nuid = root\n")
    let span = stack.span("nginx.conf", "unix:/run/a.sock")
    let finding = Finding(
      rule: socketRule.id,
      severity: .error,
      message: "nginx passes requests to `unix:/run/a.sock`, but uWSGI listens on `/run/b.sock`",
      span: span,
      related: [
        RelatedSpan(
          span: stack.span("uwsgi.ini", "/run/b.sock"),
          message: "uWSGI listens here"
        )
      ],
      help: """
        Name one socket in both files. Either side may change, as long as nginx may write it:

        ```nginx
        uwsgi_pass unix:/run/b.sock;
        ```

        - or bind uWSGI to `/run/a.sock`
        """,
      subject: "/run/a.sock",
      repair: Repair(
        edits: [Repair.Edit(span: span, replacement: "unix:/run/b.sock")],
        isSafe: false
      )
    )
    return stack.verdict([
      RuleResult(rule: socketRule, outcome: .failed([finding])),
      RuleResult(rule: tokensRule, outcome: .passed),
    ])
  }()

  /// Several findings of one rule, two of them on equal subjects, and a note.
  static let manyOfOneRule: Verdict = {
    var stack = StackBuilder("./stacks/many/")
    stack.add("one.ini", "uid = root\nuid = root\ngid = root\n")
    stack.add("site.conf", "server_tokens on;\r\nlisten 80;\r\n")
    let roots = ["uid = root\n", "uid = root\ng", "gid = root"].map { text in
      Finding(
        rule: rootRule.id,
        severity: .warning,
        message: "the workers stay root",
        span: stack.span("one.ini", text),
        help: "Set `uid` to `uwsgi`.",
        subject: "root"
      )
    }
    let tokens = Finding(
      rule: tokensRule.id,
      severity: .note,
      message: "nginx tells its version",
      span: stack.span("site.conf", "server_tokens on"),
      help: "Turn `server_tokens` off."
    )
    return stack.verdict([
      RuleResult(rule: rootRule, outcome: .failed(roots)),
      RuleResult(rule: tokensRule, outcome: .failed([tokens])),
    ])
  }()

  /// The worst text in every field.
  static let hostile: Verdict = {
    let worst =
      "\u{1B}[31m]]>--><script>alert(1)</script>\"'&<\u{0}\u{FFFE}\u{202E}🦢\r\n::error::%0A|`*"
    var stack = StackBuilder("C:\\stacks\\" + worst)
    stack.add(
      "evil " + worst,
      bytes: Array("a = \u{1B}]0;b\u{7}".utf8) + [0xFF, 0xFE, 0] + Array(" ]]>\n".utf8)
    )
    let rule = Rule(
      id: worst,
      area: worst,
      severity: .error,
      title: worst,
      why: worst,
      fix: worst,
      page: worst
    )
    let span = stack.span(file: 0, 4..<12)
    let finding = Finding(
      rule: worst,
      severity: .error,
      message: worst,
      span: span,
      related: [RelatedSpan(span: stack.span(file: 0, 0..<1), message: worst)],
      help: worst,
      subject: worst,
      repair: Repair(edits: [Repair.Edit(span: span, replacement: worst)], isSafe: true)
    )
    return stack.verdict([
      RuleResult(rule: rule, outcome: .failed([finding])),
      RuleResult(
        rule: Sample.rule("skipped", area: "x", .note),
        outcome: .skipped(worst)
      ),
    ])
  }()

  /// A finding in a file that only the image has; it spans lines.
  static let imageOnly: Verdict = {
    var stack = StackBuilder("stacks/image")
    stack.add(
      image: "/etc/nginx/nginx.conf",
      "user nginx;\nevents {\n\tworker_connections 1024;\n}\n# 漢字 e\u{301} x\n"
    )
    let finding = Finding(
      rule: rootRule.id,
      severity: .warning,
      message: "the block spans lines",
      span: stack.span(file: 0, 12..<47),
      related: [RelatedSpan(span: stack.span("/etc/nginx/nginx.conf", "x\n"), message: "wide")],
      help: ""
    )
    return stack.verdict([RuleResult(rule: rootRule, outcome: .failed([finding]))])
  }()

  /// An empty file, a span at the end of a file, and a very long line.
  static let edges: Verdict = {
    var stack = StackBuilder(".")
    let long = String(repeating: "x", count: 5000)
    stack.add("empty.conf", "")
    stack.add("long.conf", "\(long) here \(long)")
    stack.add("end.conf", "listen 80")
    func finding(_ span: SourceSpan, _ message: String) -> Finding {
      Finding(
        rule: socketRule.id,
        severity: .error,
        message: message,
        span: span,
        help: "",
        subject: message
      )
    }
    return stack.verdict([
      RuleResult(
        rule: socketRule,
        outcome: .failed([
          finding(stack.span(file: 0, 0..<0), "the file is empty"),
          finding(stack.span("long.conf", "here"), "the line is long"),
          finding(stack.span(file: 1, 0..<10_000), "the span is long"),
          finding(stack.span(file: 2, 9..<9), "a semicolon is missing"),
        ])
      )
    ])
  }()

  static func rule(_ id: String, area: String, _ severity: Severity) -> Rule {
    Rule(
      id: id,
      area: area,
      severity: severity,
      title: "The title of \(id)",
      why: "It *matters* because of `\(id)`.",
      fix: "Do something about it.",
      page: """
        ---
        severity: \(severity.rawValue)
        ---
        # The title of \(id)

        ## Why
        It *matters* because of `\(id)`, see [the manual](https://nginx.org/en/docs/).

        ## Bad
        ```nginx site.conf
        listen 80;
        ```
        """
    )
  }
}
