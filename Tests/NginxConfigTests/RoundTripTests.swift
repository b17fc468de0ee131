import FoundationEssentials
import NginxConfig
import SourceText
import Testing

@Suite struct RoundTripTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../testdata/nginx/vectors").standardizedFileURL

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".conf") }.sorted()

  @Test(arguments: names)
  func `every byte of a file can be written back`(name: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name)))
    let text = String(decoding: bytes, as: UTF8.self)
    guard Array(text.utf8) == bytes else { return }
    let configuration = load(text)
    #expect(configuration.source(ofInclusion: 0) == bytes)
  }

  @Test func `there are files to write back`() {
    #expect(Self.names.count > 400)
  }
}
