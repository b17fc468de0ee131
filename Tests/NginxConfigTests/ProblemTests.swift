import NginxConfig
import SourceText
import Testing

@Suite struct ProblemTests {
  @Test(arguments: [
    ("events {} gzip on;", "\"gzip\" directive is not allowed here"),
    ("events {} http { gzipp on; }", "unknown directive \"gzipp\" (did you mean \"gzip\"?)"),
    ("events {} http { gzip; }", "invalid number of arguments in \"gzip\" directive"),
    ("events {} http { gzip on; gzip off; }", "\"gzip\" directive is duplicate"),
    ("events {} http;", "directive \"http\" has no opening \"{\""),
    ("events {} http { root /a {} }", "directive \"root\" is not terminated by \";\""),
    ("http {}", "no \"events\" section in configuration"),
    ("events {} http {", "unexpected end of file, expecting \"}\""),
    ("events {} http { gzip on }", "unexpected \"}\""),
    (
      "events {} http { server { return 301 $nothing; } }", "unknown \"nothing\" variable"
    ),
    (
      "events {} http { server { location /a {} location /a {} } }", "duplicate location \"/a\""
    ),
    (
      "events {} http { server { location ~ ( {} } }",
      "pcre2_compile() failed: missing closing parenthesis in \"(\""
    ),
    (
      "events {} http { upstream a { server 127.0.0.1; } upstream a { server 127.0.0.1; } }",
      "duplicate upstream \"a\""
    ),
  ])
  func `the first refusal is nginx's`(text: String, message: String) {
    #expect(load(text).firstRefusal?.message.hasPrefix(message) == true)
  }

  @Test func `loading goes on where nginx stops`() {
    let configuration = load("events {} http { gzip maybe; bogus on; server { listen 0; } }")
    #expect(
      configuration.problems.map(\.code)
        == ["invalid-value", "unknown-directive", "invalid-listen-address"])
  }

  @Test func `a directive of a missing module is told from one that nobody knows`() {
    let text = "events {} stream {} nosuch {}"
    #expect(
      load(text).problems.prefix(2).map(\.code)
        == ["directive-of-absent-module", "unknown-directive"])
    #expect(load(text, build: .unknown).problems.first?.code == "unknown-directive")
  }

  @Test func `what is not known convicts nobody`() {
    let configuration = load(
      "events {} http { include more/*.conf; server { return 200 $custom; } }", isComplete: false)
    #expect(configuration.firstRefusal == nil)
    #expect(!configuration.isComplete)
  }
}
