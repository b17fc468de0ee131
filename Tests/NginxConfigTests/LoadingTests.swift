import NginxConfig
import SourceText
import Testing

@Suite struct LoadingTests {
  @Test func `a pattern names its files in the order of their bytes`() {
    let configuration = load(
      "events {} http { include sites/*; }",
      ["sites/b": "gzip on;", "sites/10": "sendfile on;", "sites/.hidden": "bogus;"])
    #expect(configuration.includes.first?.matches == ["/etc/nginx/sites/10", "/etc/nginx/sites/b"])
    #expect(configuration.directives.map(\.name).suffix(2) == ["sendfile", "gzip"])
    #expect(configuration.problems.isEmpty)
  }

  @Test func `a missing file is refused, and an empty pattern is not`() {
    #expect(load("events {} include none.conf;").firstRefusal?.code == "include-missing")
    #expect(load("events {} include none/*.conf;").firstRefusal == nil)
  }

  @Test func `a file that includes itself is refused with its chain`() throws {
    let configuration = load("events {} include a;", ["a": "include b;", "b": "include a;"])
    let problem = try #require(configuration.firstRefusal)
    #expect(problem.code == "include-cycle")
    #expect(problem.related.count == 2)
  }

  @Test func `an included directive knows its file and its chain`() throws {
    let configuration = load("events {} http { include a; }", ["a": "gzip on;"])
    let gzip = try #require(configuration.directives.first { $0.name == "gzip" })
    #expect(gzip.context == .http)
    #expect(gzip.includeChain.map(\.values) == [["a"]])
    #expect(gzip.parent?.name == "http")
  }

  @Test func `a file without http is read in the context of its content`() {
    let text = "location / { root /srv; } listen 80;"
    #expect(NginxFragment.context(of: Array(text.utf8)) == .server)
    #expect(load(text, context: .server).problems.isEmpty)
  }

  @Test func `a dump of all files is loaded as its files`() throws {
    let text = """
      # configuration file /etc/nginx/nginx.conf:
      events {} http { include a.conf; }

      # configuration file /etc/nginx/a.conf:
      gzip on;

      """
    let dump = try #require(NginxDump(Array(text.utf8)))
    var sources = SourceFiles()
    let setup = NginxSetup(mainFile: dump.mainFile)
    let configuration = NginxLoader.load(setup, files: dump, sources: &sources)
    #expect(configuration.directives.map(\.name).contains("gzip"))
    #expect(configuration.isComplete)
  }

  @Test func `blocks may nest a hundred thousand deep`() {
    let depth = 100_000
    let text = String(repeating: "a {", count: depth) + String(repeating: "}", count: depth)
    #expect(load(text).count == depth)
  }
}
