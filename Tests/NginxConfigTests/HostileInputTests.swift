import NginxConfig
import Testing

/// Inputs that nobody writes by hand must neither overflow a stack nor take quadratic time.
@Suite struct HostileInputTests {
  @Test func `blocks may be nested a hundred thousand deep`() {
    let depth = 100_000
    let text =
      String(repeating: "location / { ", count: depth) + String(repeating: "}", count: depth)
    let configuration = load("events {} http { server { \(text) } }")
    #expect(configuration.count == depth + 3)
    #expect(configuration.firstRefusal == nil)
  }

  @Test func `a block may have a hundred thousand directives that look at each other`() {
    let lines = (0..<25_000).map {
      "limit_conn z\($0) 1; proxy_cookie_path /\($0) /; valid_referers a\($0).test; gzip_types t\($0);"
    }
    let configuration = load(
      "events {} http { server { location / { \(lines.joined(separator: "\n")) } } }")
    #expect(configuration.count == 100_004)
  }

  @Test func `a server may have tens of thousands of locations that take over from it`() {
    let lines = (0..<30_000).map {
      "location /\($0) { proxy_pass https://127.0.0.1; uwsgi_cache off; }"
    }
    let configuration = load("events {} http { server { \(lines.joined(separator: "\n")) } }")
    #expect(configuration.firstRefusal == nil)
  }
}
