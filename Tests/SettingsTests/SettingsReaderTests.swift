import Boot
import NginxConfig
import Rules
import Settings
import SourceText
import Testing

struct SettingsReaderTests {
  @Test func `rules and areas have severities, and off`() throws {
    let settings = try read(
      """
      rules:
        socket-mode-world: off
        logging: note
      cores: 4
      environment:
        PORT: "8000"
      """)
    #expect(settings.parts.first?.weights["socket-mode-world"] == .off)
    #expect(settings.parts.first?.weights["logging"] == .severity(.note))
    #expect(settings.cores == 4)
    #expect(settings.environment == ["PORT": "8000"])
  }

  @Test(arguments: ["1.25.3", "1.25"])
  func `the version of nginx is one of a release or of a series`(version: String) throws {
    #expect(try read("nginx-version: \(version)").nginxVersion == version)
  }

  @Test func `an owner says whose pages may ask, and which headers must stay`() throws {
    let settings = try read(
      """
      origins:
        domains: [Example.com, api.example.org]
        https-only: true
      kept-headers: [Strict-Transport-Security]
      """)
    #expect(settings.origins.domains == ["example.com", "api.example.org"])
    #expect(settings.origins.isHTTPSOnly)
    #expect(!settings.origins.allowsCapitals)
    #expect(settings.keptHeaders == ["Strict-Transport-Security"])
  }

  @Test func `files have roles`() throws {
    let settings = try read("roles:\n  deploy/*.cfg: uwsgi\n  old/nginx.conf: none\n")
    #expect(
      settings.assignments == [
        FileAssignment(pattern: "deploy/*.cfg", reader: .uwsgi),
        FileAssignment(pattern: "old/nginx.conf", reader: .none),
      ])
  }

  @Test func `a path has weights of its own`() throws {
    let settings = try read(
      """
      paths:
        - path: "legacy/*"
          rules: { alias-slash: warning }
      """)
    #expect(settings.parts.first?.path == "legacy/*")
    #expect(settings.parts.first?.weights["alias-slash"] == .severity(.warning))
  }

  @Test func `a project says which requests it expects to be answered how`() throws {
    let expectations = try read(
      """
      probe:
        requests:
          - path: /whoami   # any user
            expect:
              status: 200
              body: "uid="
              headers: { Content-Type: text/html; charset=utf-8 }
              latency: 250ms
          - name: an item
            method: POST
            path: /items
            headers:
              Accept: application/json
            body: '{"a": 1}'
            retries: 3
            expect:
              json:
                items.0.name: first
          - path: /plain
      """
    ).expectations
    try #require(expectations.count == 3)
    #expect(expectations[0].name == "GET /whoami")
    #expect(expectations[0].status == 200)
    #expect(expectations[0].contains == "uid=")
    #expect(expectations[0].latency == .milliseconds(250))
    #expect(expectations[0].expectedHeaders.first?.value == "text/html; charset=utf-8")
    #expect(expectations[1].method == "POST")
    #expect(expectations[1].body == #"{"a": 1}"#)
    #expect(expectations[1].retries == 3)
    #expect(expectations[1].json.first?.path == "items.0.name")
    #expect(expectations[2].status == 200)
  }

  @Test(arguments: [
    ("probe:\n  requests:\n    - pth: /", "the key `pth` is none of name, method, path"),
    ("probe:\n  requests: 3", "`requests` must be a list"),
    ("probe: 3", "probe must be names with values"),
    ("probe:\n  requests:\n    - expect:\n        latency: soon", "`soon` is no length of time"),
    ("probe:\n  requests:\n    - expect:\n        matches: '('", "`(` is no regular expression"),
    ("probe:\n  requests:\n    - retries: often", "`retries` is a number of 0 or more"),
  ])
  func `what is no expectation says so`(text: String, message: String) throws {
    let error = #expect(throws: SettingsError.self) { try read(text) }
    #expect(error?.placed.message.hasPrefix(message) == true)
  }

  @Test(arguments: [
    (
      "rule: {}",
      "the key `rule` is none of rules, paths, rule-folders, roles, cores, environment, nginx-version, origins, kept-headers, probe; perhaps `rules`"
    ),
    ("roles:\n  a.cfg: apache", "`apache` is none of nginx, uwsgi, supervisord, none"),
    ("paths:\n  - rules: {}", "an entry of `paths` needs a `path`"),
    ("paths:\n  - pfad: a", "the key `pfad` is none of path, rules"),
    ("environment: PORT", "environment must be names with values"),
    ("rules:\n  no-such-rule: off", "there is no rule or area `no-such-rule`"),
    ("rules:\n  logging: loud", "`loud` is none of error, warning, note, off"),
    ("cores: many", "`cores` is a number of 1 or more"),
    (
      "origins:\n  domain: a.example",
      "the key `domain` is none of domains, https-only, any-case; perhaps `domains`"
    ),
    (
      "origins:\n  domains: ['https://a.example']",
      "`https://a.example` is no domain, such as `example.com`"
    ),
    ("origins:\n  https-only: always", "`https-only` is true or false"),
    ("kept-headers: Server", "`kept-headers` must be a list"),
    ("nginx-version: newest", "`newest` is no version of nginx, such as `1.25.3`"),
    ("nginx-version: 1", "`1` is no version of nginx, such as `1.25.3`"),
    ("nginx-version: [1.25.3]", "a version must stand here"),
  ])
  func `what nobody knows is an error with its place`(text: String, message: String) throws {
    let error = #expect(throws: SettingsError.self) { try read(text) }
    #expect(error?.placed.message == message)
    #expect(error?.placed.path == ".dovetail.yaml")
  }

  @Test func `an error shows the line and the name that was meant`() throws {
    let error = #expect(throws: SettingsError.self) {
      try read("rules:\n  alias-slahs: off\n")
    }
    #expect(
      error?.description == """
        .dovetail.yaml:2:3: there is no rule or area `alias-slahs`; perhaps `alias-slash`
            alias-slahs: off
            ^
        """)
  }

  private func read(_ text: String) throws -> Settings {
    var sources = SourceFiles()
    let file = sources.add(path: ".dovetail.yaml", bytes: Array(text.utf8))
    let names = try Catalogue.builtIn().pages.flatMap { [$0.rule.id, $0.rule.area] }
    return try SettingsReader(file, names: Set(names)).settings()
  }
}
