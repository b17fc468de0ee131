import FoundationEssentials
import Testing
import vectors

/// What the real uWSGI made of inputs: `testdata/vectors/uwsgi/README.md` tells how it was asked.
@Suite struct `Recorded configurations` {
  private static let vectors = UwsgiVectors(
    folder: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "testdata/vectors/uwsgi").path)

  @Test func `every recording is there`() {
    #expect(Self.vectors.names().count >= 300)
  }

  @Test(arguments: vectors.names())
  func `uWSGI made the same of it`(name: String) {
    #expect(Self.vectors.difference(of: name) == nil)
  }
}
