import Boot
import FoundationEssentials
import NginxConfig
import SourceText
import Testing

/// What `nginx -T` prints is a stack of its own.
@Suite struct DumpTests {
  @Test func `the files of a dump are read as nginx read them`() throws {
    let dump = """
      # configuration file /etc/nginx/nginx.conf:
      events {}
      http {
          include conf.d/*.conf;
      }

      # configuration file /etc/nginx/conf.d/a.conf:
      server {
          listen 8080;
          location / {
              include uwsgi_params;
              uwsgi_pass unix:/tmp/a.sock;
          }
      }

      # configuration file /etc/nginx/uwsgi_params:
      uwsgi_param QUERY_STRING $query_string;

      """
    let path = FileManager.default.temporaryDirectory.path + "/dovetail-\(UUID().uuidString).txt"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(dump.utf8).write(to: URL(filePath: path))
    let stack = try #require(try StackLoader.load(path, StackRequest()).first)
    #expect(
      stack.sources.files.map(\.path) == [
        "/etc/nginx/nginx.conf", "/etc/nginx/conf.d/a.conf", "/etc/nginx/uwsgi_params",
      ])
    #expect(stack.boot.processes.map(\.program) == [.nginx])
    #expect(!stack.boot.isComplete)
    guard case .nginx(let configurations, _)? = stack.boot.processes.first?.configuration else {
      Issue.record("no configuration was read")
      return
    }
    #expect(configurations.allSatisfy { $0.problems.isEmpty })
  }
}
