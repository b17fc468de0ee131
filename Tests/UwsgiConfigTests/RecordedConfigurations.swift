import FoundationEssentials
import Testing
import vectors

/// What the real uWSGI made of inputs: `testdata/vectors/uwsgi/README.md` tells how it was asked.
@Suite struct `Recorded configurations` {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "testdata/vectors/uwsgi").path

  private static let vectors = UwsgiVectors(folder: folder)

  /// What upstream's own build reads otherwise: YAML line by line, JSON with jansson.
  private static let other = UwsgiVectors(folder: folder, variant: .lineReaderAndJansson)

  @Test func `every recording is there`() {
    #expect(Self.vectors.names().count >= 300)
  }

  @Test(arguments: vectors.names())
  func `uWSGI made the same of it`(name: String) {
    #expect(Self.vectors.difference(of: name) == nil)
  }

  /// PCRE2 breaks `if-hostname-match` there.
  @Test(arguments: other.names().filter { $0 != "log_if_hostname" })
  func `upstream's own build made the same of it`(name: String) {
    #expect(Self.other.difference(of: name) == nil)
  }
}
