import Boot
import Facts
import Image
import Rules
import SourceText
import Testing

/// Comments and baselines that take findings away, on whole stacks.
struct VerdictTests {
  /// A file of each kind, with something to find on the line that is marked.
  static let kinds: [(name: String, text: String, rule: String)] = [
    ("nginx.conf", "events {}\nhttp {\n    server_tokens on;\n}\n", "version-disclosure"),
    ("uwsgi.ini", "[uwsgi]\nsocket = :3031\nhttp-socket = :80\nhoneypot = 1\n", "unknown-option"),
    (
      "supervisord.conf",
      "[supervisord]\nnodaemon = true\n[program:a]\ncommand = true\nstopasgruop = true\n",
      "supervisor-unknown-option"
    ),
    ("Dockerfile", "FROM debian:bookworm\nENV PASSWORD=secret\nCMD [\"true\"]\n", "secrets-in-env"),
  ]

  @Test(arguments: kinds)
  func `a comment above the line silences its rule`(name: String, text: String, rule: String)
    throws
  {
    let before = try verdict([name: text])
    let finding = try #require(before.findings.first { $0.rule == rule }, "\(name) has no \(rule)")
    let source = before.sources[finding.span.file]
    let line = LineIndex(source).position(at: Int(finding.span.start)).line
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.insert("# dovetail: ignore[\(rule)] it is meant so", at: line - 1)
    let after = try verdict([name: lines.joined(separator: "\n")])
    #expect(!after.findings.contains { $0.rule == rule })
    #expect(!after.findings.contains { $0.rule == "unused-suppression" })
  }

  /// In uWSGI's INI and in a Dockerfile nothing but a whole line is a comment.
  @Test(arguments: [
    ("nginx.conf", "#", kinds[0].text, "    server_tokens on;", kinds[0].rule),
    ("supervisord.conf", ";", kinds[2].text, "stopasgruop = true", kinds[2].rule),
  ])
  func `a comment behind the line silences its rule`(
    name: String, mark: String, text: String, line: String, rule: String
  ) throws {
    #expect(try verdict([name: text]).findings.contains { $0.rule == rule })
    let commented = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0 == line ? "\($0) \(mark) dovetail: ignore[\(rule)] it is meant so" : String($0) }
    let after = try verdict([name: commented.joined(separator: "\n")])
    #expect(!after.findings.contains { $0.rule == rule || $0.rule == "unused-suppression" })
  }

  @Test(arguments: [
    (
      "# dovetail: ignore[exposed-port-unserved] for later\n    ports: ['8080:81']", []
    ),
    (
      "ports: ['8080:81']  # dovetail: ignore[exposed-port-unserved] for later", []
    ),
    (
      "ports: ['8080:81']  # dovetail: ignore[exposed-port-unserved]",
      ["exposed-port-unserved", "suppression-without-reason"]
    ),
    (
      "ports: ['8080:80']  # dovetail: ignore[exposed-port-unserved] for later",
      ["unused-suppression"]
    ),
    (
      "ports: ['8080:81']  # dovetail: ignore[exposed-port-unservd] for later",
      ["exposed-port-unserved", "unused-suppression"]
    ),
  ])
  func `a comment in a compose file is one of all its containers`(
    ports: String, told: [String]
  ) throws {
    let files = [
      "compose.yaml":
        "services:\n  web:\n    image: nginx:1.27\n    \(ports)\n  other: {image: nginx:1.27}\n"
    ]
    let rules: Set = [
      "exposed-port-unserved", "unused-suppression", "suppression-without-reason",
    ]
    let found = try verdict(files).findings.map(\.rule).filter(rules.contains)
    #expect(found.sorted() == told)
  }

  @Test func `a comment between the lines of an instruction is about it`() throws {
    let text = """
      FROM python:3.12-slim
      RUN pip install flask \\
        # dovetail: ignore[uwsgi-build-deps] our own index has a wheel
        uwsgi
      CMD ["true"]
      """
    let rules: Set = ["uwsgi-build-deps", "unused-suppression"]
    #expect(try !verdict(["Dockerfile": text]).findings.contains { rules.contains($0.rule) })
    let bare = text.split(separator: "\n").filter { !$0.contains("dovetail:") }
    let before = try verdict(["Dockerfile": bare.joined(separator: "\n")])
    #expect(before.findings.contains { $0.rule == "uwsgi-build-deps" })
  }

  @Test func `a comment that silences nothing is reported`() throws {
    let text =
      "events {}\nhttp {\n    # dovetail: ignore[error-log-off] long ago\n    root /a;\n}\n"
    let unused = try verdict(["nginx.conf": text]).findings.filter {
      $0.rule == "unused-suppression"
    }
    #expect(unused.map(\.message) == ["a comment suppresses nothing: `ignore[error-log-off]`"])
  }

  @Test func `a comment for a rule that is none says so`() throws {
    let text = "events {}\nhttp {\n    # dovetail: ignore[no-such-rule] why\n    root /a;\n}\n"
    let messages = try verdict(["nginx.conf": text]).findings.map(\.message)
    #expect(messages.contains("there is no rule `no-such-rule` to ignore"))
  }

  @Test(arguments: [
    // The comment, and what is told of comments where `version-disclosure` alone is found.
    ("# dovetail: ignore[version-disclosure] why", []),
    ("# dovetail: ignore[version-disclosure] why\r", []),
    ("#dovetail:ignore[ version-disclosure ] why", []),
    ("# dovetail: ignore[nginx-security] why", []),
    (
      "# dovetail: ignore[error-log-off, version-disclosure] why",
      ["a comment suppresses nothing: `ignore[error-log-off]`"]
    ),
    (
      "# dovetail: ignore[version-disclosure] ignore[no-such-rule] why",
      ["there is no rule `no-such-rule` to ignore"]
    ),
    (
      "# dovetail: ingore[version-disclosure] why",
      [
        "a comment says nothing that dovetail knows: `ignore[rule-id] reason`",
        "nginx tells its version: `server_tokens` is not off",
      ]
    ),
    (
      "# dovetail: ignore version-disclosure",
      [
        "a comment says nothing that dovetail knows: `ignore[rule-id] reason`",
        "nginx tells its version: `server_tokens` is not off",
      ]
    ),
  ])
  func `a comment is read as it is written`(comment: String, told: [String]) throws {
    let text = "events {}\nhttp {\n    \(comment)\n    server_tokens on;\n}\n"
    let rules: Set = ["unused-suppression", "suppression-without-reason", "version-disclosure"]
    let findings = try verdict(["nginx.conf": text]).findings.filter { rules.contains($0.rule) }
    #expect(findings.map(\.message) == told)
  }

  @Test func `a comment without a reason silences nothing`() throws {
    let text =
      "events {}\nhttp {\n    # dovetail: ignore[version-disclosure]\n    server_tokens on;\n}\n"
    let rules = try verdict(["nginx.conf": text]).findings.map(\.rule)
    #expect(rules.contains("version-disclosure"))
    #expect(rules.contains("suppression-without-reason"))
  }

  @Test func `a baseline survives moved lines`() throws {
    let text = "events {}\nhttp {\n    server_tokens on;\n}\n"
    var baseline = Baseline([try verdict(["nginx.conf": text])])
    let moved = try verdict(["nginx.conf": "# a new line\n\n\(text)"])
    #expect(!moved.findings.isEmpty)
    #expect(baseline.takeKnown(from: moved).findings.isEmpty)
  }

  @Test func `a baseline knows how many there were`() throws {
    let one = "events {}\nhttp {\n    server_tokens on;\n}\n"
    let two = "events {}\nhttp {\n    server_tokens on;\n    server { server_tokens on; }\n}\n"
    var baseline = Baseline([try verdict(["nginx.conf": one])])
    let left = baseline.takeKnown(from: try verdict(["nginx.conf": two]))
    #expect(left.findings.filter { $0.rule == "version-disclosure" }.count == 1)
  }

  private func verdict(_ files: [String: String]) throws -> Verdict {
    let stacks = try stacks(files)
    let catalogue = try Catalogue.builtIn()
    let names = Set(catalogue.pages.flatMap { [$0.rule.id, $0.rule.area] })
    let engine = RuleEngine(catalogue)
    let results = try stacks.map { engine.judge(try FactBase.filled(from: $0)) }
    let sources = try #require(stacks.first).sources
    return Verdict(path: "example", sources: sources, merging: results)
      .applyingSuppressions(names: names)
  }

  private func stacks(_ files: [String: String]) throws -> [Stack] {
    if files["compose.yaml"] != nil {
      return try StackLoader.load(
        compose: "compose.yaml", in: ProjectFolder(files: files), StackRequest())
    }
    let context = BuildContext(files: files)
    let stack =
      files["Dockerfile"] == nil
      ? try StackLoader.load(filesOf: context, path: "example", StackRequest())
      : try StackLoader.load(
        dockerfile: "Dockerfile", context: context, path: "example", StackRequest())
    return [stack]
  }
}
