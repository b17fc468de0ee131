import Foundation
import Image
import SourceText
import Testing

/// What mounts of a compose file hide of an image, as `script/record-mounts` saw it in containers.
@Suite struct MountTests {
  struct Mounting: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let volumes: [String]

    /// The files of the project.
    let files: [String]

    /// The files that the container saw.
    let seen: [String]

    var testDescription: String { name }
  }

  private static let imageFiles = ["/srv/static/app/site.css", "/srv/static/font.woff"]

  @Test(arguments: Self.mountings)
  func `a container does not see what is called masked, and sees the rest`(
    mounting: Mounting
  ) throws {
    let masked = try self.masked(by: mounting).filter(Self.imageFiles.contains)
    let hidden = Self.imageFiles.filter { !mounting.seen.contains($0) }
    // Of a folder without a file here nobody knows what it holds where the container runs.
    #expect(masked == (mounting.files.isEmpty ? [] : hidden))
  }

  @Test func `a folder that holds a file which is seen is not called masked`() throws {
    let mounting = try #require(
      Self.mountings.first { $0.name == "one file below a mounted folder" })
    #expect(try masked(by: mounting) == ["/srv/static/font.woff"])
  }

  struct Ignoring: Decodable, Sendable, CustomTestStringConvertible {
    let name: String

    /// The `.gitignore` files, by their paths.
    let files: [String: String]
    let paths: [String]

    /// The paths that git leaves out, as `script/record-gitignore` asked it.
    let ignored: [String]

    var testDescription: String { name }
  }

  @Test(arguments: Self.recorded("gitignore", as: Ignoring.self))
  func `what git leaves out is not called masked`(ignoring: Ignoring) throws {
    var sources = SourceFiles()
    let text = "services: {app: {build: ., volumes: [\"./mounted:/srv\"]}}\n"
    let file = ComposeFile(sources.add(path: "compose.yaml", bytes: Array(text.utf8)))
    let paths = Dictionary(uniqueKeysWithValues: ignoring.paths.map { ("files/" + $0, "text") })
    var image = buildImage("FROM debian:bookworm\nCOPY files /srv", files: paths)
    var files = Dictionary(
      uniqueKeysWithValues: ignoring.files.map { ("mounted/" + $0.key, $0.value) })
    files["mounted/other"] = "text"
    image.start(as: try #require(file["app"]), in: ProjectFolder(files: files))
    let masked = Set(image.masked.map(\.path))
    let hidden = ignoring.paths.filter { masked.contains("/srv/" + $0) }
    #expect(hidden == ignoring.paths.filter { !ignoring.ignored.contains($0) })
  }

  private func masked(by mounting: Mounting) throws -> [String] {
    let volumes = mounting.volumes.map { "\"\($0)\"" }.joined(separator: ", ")
    var sources = SourceFiles()
    let text = "services: {app: {build: ., volumes: [\(volumes)]}}\nvolumes: {data: }\n"
    let file = ComposeFile(sources.add(path: "compose.yaml", bytes: Array(text.utf8)))
    var image = buildImage(
      "FROM debian:bookworm\nCOPY static /srv/static",
      files: ["static/app/site.css": "text", "static/font.woff": "text"])
    let texts = mounting.files.map { ($0, $0.hasSuffix(".dockerignore") ? "**/app\n" : "text\n") }
    image.start(
      as: try #require(file["app"]),
      in: ProjectFolder(files: Dictionary(uniqueKeysWithValues: texts)))
    return image.masked.map(\.path)
  }

  private static let mountings = recorded("cases", as: Mounting.self)

  private static func recorded<Case: Decodable>(_ name: String, as type: Case.Type) -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../testdata/mounts/\(name).json").standardized
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
  }
}
