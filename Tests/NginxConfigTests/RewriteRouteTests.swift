import NginxConfig
import Testing

/// What becomes of a request on its way; the answers are those of a running nginx 1.22.1.
@Suite struct RewriteRouteTests {
  @Test func `a return of the server comes before all locations`() throws {
    #expect(try answer("return 301 https://a$request_uri; location / { return 200; }") == "301")
  }

  @Test func `a rewrite finds the location of the new path`() throws {
    let server =
      "rewrite ^/a/(.*)$ /b/$1 last; location /a { return 201; } location /b/x { return 202; }"
    #expect(try answer(server, "/a/x") == "202")
  }

  @Test func `a break stays in its location`() throws {
    let server = "location /a { rewrite ^ /b break; return 201; } location /b { return 202; }"
    #expect(try answer(server, "/a") == "404")
  }

  @Test func `a condition on the host is known`() throws {
    let server = "if ($host = a.test) { return 201; } location / { return 202; }"
    #expect(try answer(server) == "201")
  }

  @Test func `an internal location is no client's`() throws {
    let server = "location /a { internal; return 201; } location /b { try_files /x /a; }"
    #expect(try answer(server, "/a") == "404")
    #expect(try answer(server, "/b") == "201")
  }

  @Test func `a path without its slash is redirected where requests are passed on`() throws {
    let server = "location /a/ { uwsgi_pass 127.0.0.1:1; } location / { return 201; }"
    #expect(try answer(server, "/a") == "301")
  }

  @Test func `a pattern of the server is tried after a nested prefix`() throws {
    let server = "location /a { location /a/b { return 201; } } location ~ b$ { return 202; }"
    #expect(try answer(server, "/a/b") == "202")
  }

  @Test func `a path that changes for ever is an error`() throws {
    #expect(try answer("location / { rewrite ^ /a; }") == "500")
  }

  private func answer(_ server: String, _ path: String = "/") throws -> String {
    let configuration = load("events {} http { server { listen 80; \(server) } }")
    let route = configuration.route(try #require(NginxRequest("http://a.test\(path)")))
    return route.handler?.values.first ?? route.status.map(String.init) ?? "404"
  }
}
