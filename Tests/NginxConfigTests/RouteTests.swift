import NginxConfig
import Testing

@Suite struct RouteTests {
  private let configuration = load(
    """
    events {}
    http {
      add_header A a;
      upstream app { server unix:/run/app.sock; }
      server { listen 80 default_server; server_name _; return 444; }
      server {
        listen 80;
        server_name a.test *.a.test;
        root /srv;
        location / { try_files $uri @app; }
        location /static/ { alias /srv/static/; location /static/x/ { add_header B b; } }
        location ^~ /raw/ { return 204; }
        location = /exact { return 205; }
        location ~ \\.php$ { return 403; }
        location @app { uwsgi_pass app; }
      }
    }
    """)

  @Test(arguments: [
    ("http://a.test/", "@app"), ("http://x.a.test/static/a.css", "/static/"),
    ("http://a.test/static/x/y", "/static/x/"), ("http://a.test/static/a.php", "~"),
    ("http://a.test/raw/a.php", "^~"), ("http://a.test/exact", "="),
    ("http://a.test/b/../%65xact", "="), ("http://a.test/index.php", "~"),
  ])
  func `the location is nginx's choice`(url: String, modifier: String) throws {
    let route = configuration.route(try #require(NginxRequest(url)))
    #expect(route.location?.values.first == modifier)
  }

  @Test func `a name that nobody has reaches the default server`() throws {
    let route = configuration.route(try #require(NginxRequest("http://b.test/")))
    #expect(route.handler?.values == ["444"])
  }

  @Test func `a list is taken over as a whole`() throws {
    let locations = configuration.directives.filter { $0.name == "location" }
    let outer = try #require(locations.first { $0.values == ["/static/"] })
    let inner = try #require(locations.first { $0.values == ["/static/x/"] })
    #expect(configuration.effective("add_header", in: outer).map(\.values) == [["A", "a"]])
    #expect(configuration.effective("add_header", in: inner).map(\.values) == [["B", "b"]])
  }
}
