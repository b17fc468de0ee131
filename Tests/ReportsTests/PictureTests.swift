import Boot
import Facts
import Image
import Reports
import Rules
import SourceText
import Testing
import XML

@Suite struct PictureTests {
  @Test(arguments: PictureFormat.allCases)
  func `a picture looks as it did`(format: PictureFormat) throws {
    let text = try format.text(of: picture(PictureTests.files))
    try Golden.expect(Array(text.utf8), toEqual: "picture.\(format.rawValue).golden")
  }

  @Test(arguments: PictureFormat.allCases)
  func `no name breaks a picture`(format: PictureFormat) throws {
    var files = PictureTests.files
    files["nginx.conf"] = files["nginx.conf"]?.replacing(
      "example.org", with: "'a\u{1B}[31m\"]-->]]></text><script>#quot;\u{202E}'")
    let text = try format.text(of: picture(files))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
    if format == .svg {
      let document = XMLDocument(parsing: Array(text.utf8))
      #expect(document.problems.isEmpty)
      #expect(document.root?.elements.contains { $0.name == "script" } == false)
    }
    if format == .mermaid {
      #expect(!text.contains("<script"))
    }
  }

  @Test func `a narrow terminal gets a list`() throws {
    let picture = try picture(PictureTests.files)
    let text = try PictureFormat.text.text(of: picture, ReportOptions(width: 50))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 50 })
    #expect(text.contains("└ /tmp/app.sock"))
    try Golden.expect(Array(text.utf8), toEqual: "picture.narrow.golden")
  }

  @Test func `the page of a report shows the picture`() throws {
    var report = Report([Sample.clean])
    report.pictures = [try picture(PictureTests.files)]
    let page = String(decoding: try ReportFormat.html.reporter().bytes(of: report), as: UTF8.self)
    #expect(page.contains("<figure class=\"picture\"><svg "))
  }

  private func picture(_ files: [String: String]) throws -> Picture {
    let stack = try StackLoader.load(
      dockerfile: "Dockerfile", context: BuildContext(files: files), path: "stack",
      StackRequest())
    let facts = try FactBase.filled(from: stack)
    let findings = [("/tmp/app.sock;", Severity.error), ("uid = ", .warning), ("FROM", .error)]
      .compactMap { text, severity in finding(text, severity, in: stack.sources) }
    let verdict = Verdict(
      path: "stack", sources: stack.sources,
      results: [RuleResult(rule: Sample.socketRule, outcome: .failed(findings))])
    return try Picture(facts, verdict: verdict)
  }

  private func finding(_ text: String, _ severity: Severity, in sources: SourceFiles) -> Finding? {
    let wanted = Array(text.utf8)
    for file in sources.files {
      if let start = file.bytes.indices.first(where: { file.bytes[$0...].starts(with: wanted) }) {
        let span = SourceSpan(file: file.id, start: start, end: start + wanted.count)
        return Finding(
          rule: "rule-\(severity.rawValue)", severity: severity, message: "", span: span, help: "")
      }
    }
    return nil
  }

  private static let files = [
    "Dockerfile": """
    FROM debian:12
    RUN apt-get update && apt-get install -y nginx supervisor uwsgi-core uwsgi-plugin-python3
    COPY nginx.conf /etc/nginx/nginx.conf
    COPY uwsgi.ini supervisord.conf /etc/
    EXPOSE 80
    CMD ["supervisord", "-n", "-c", "/etc/supervisord.conf"]
    """,
    "nginx.conf": """
    user www-data;
    events {}
    http {
      server {
        listen 80;
        listen 8080;
        server_name example.org;
        location / { uwsgi_pass unix:/tmp/app.sock; }
        location /api { proxy_pass http://127.0.0.1:9000; }
        location /static { alias /srv/static; }
      }
    }
    """,
    "uwsgi.ini": """
    [uwsgi]
    plugins = python3
    module = main
    callable = app
    socket = /tmp/app.sock
    chmod-socket = 660
    processes = 4
    uid = www-data
    gid = www-data
    """,
    "supervisord.conf": """
    [supervisord]
    nodaemon = true
    [program:nginx]
    command = nginx -g "daemon off;"
    [program:uwsgi]
    command = uwsgi --ini /etc/uwsgi.ini
    [program:beat]
    command = sleep 1000
    """,
  ]
}
