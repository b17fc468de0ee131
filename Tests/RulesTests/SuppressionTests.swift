import Rules
import SourceText
import Testing

struct SuppressionTests {
  @Test func `a comment on the line before is about the next line too`() {
    let found = suppressions(
      "# dovetail: ignore[alias-traversal] the folder is public\nalias /a/;\n")
    #expect(found.map(\.rules) == [["alias-traversal"]])
    #expect(found.first?.reason == "the folder is public")
    #expect(found.first?.lines == 1...2)
  }

  @Test func `comments below each other are about the line behind the last one`() {
    let found = suppressions(
      "# dovetail: ignore[ssrf] why\n  ; dovetail: ignore[sockets] why\n# more\nlisten 80;\n\n")
    #expect(found.map(\.lines) == [1...4, 2...4])
  }

  @Test func `a comment behind code is about its own line`() {
    let found = suppressions("a;\nalias /a/; # dovetail: ignore[sockets, logging] why not\n")
    #expect(found.first?.lines == 2...2)
    #expect(found.first?.rules == ["sockets", "logging"])
  }

  @Test func `a semicolon begins a comment as well`() {
    #expect(suppressions("; dovetail: ignore[uwsgi-as-root] tried\n").count == 1)
  }

  @Test func `other comments are none`() {
    #expect(suppressions("# see dovetail: ignore[x] y\n# dovetail ignore[x]\n").isEmpty)
  }

  private func suppressions(_ text: String) -> [Suppression] {
    var sources = SourceFiles()
    return Suppression.suppressions(in: sources.add(path: "a", bytes: Array(text.utf8)))
  }
}
