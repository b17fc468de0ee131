import FoundationEssentials
import Testing
import vectors

/// What BuildKit made of whole files: syntax tree, errors, lint, operations and configuration.
@Suite struct RecordedDockerfiles {
  @Test func `every recorded input is read as BuildKit read it`() throws {
    var comparison = Comparison()
    try DockerfileVectors(folder: recordings.path).run(&comparison)
    #expect(comparison.total == 93)
    #expect(comparison.agreed == comparison.total)
  }
}

/// The folder with the recordings.
let recordings = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "testdata/vectors/dockerfile")
