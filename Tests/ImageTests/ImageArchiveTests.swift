import Archive
import Dockerfile
import FoundationEssentials
import Glibc
import Image
import Machine
import SourceText
import Testing

/// An image archive becomes the image that an engine would load.
@Suite struct ImageArchiveTests {
  private let configuration = """
    {"config": {"User": "app", "Env": ["PATH=/bin", "EMPTY="], "Entrypoint": ["/init"],
     "Cmd": ["-n"], "WorkingDir": "/app", "ExposedPorts": {"80/tcp": {}}, "StopSignal": "SIGQUIT"}}
    """

  @Test func `layers lie over each other`() throws {
    var lower = TarBall()
    lower.add("etc/", type: "5", mode: 0o755)
    lower.add("etc/passwd", "root:x:0:0::/root:/bin/sh\napp:x:1000:1001::/app:/bin/sh\n")
    lower.add("etc/group", "root:x:0:\napp:x:1001:\n")
    lower.add("etc/os-release", "ID=alpine\nVERSION_ID=3.19.1\n")
    lower.add("etc/old", "x")
    lower.add("srv/a", "x")
    lower.add("srv/b", "x")
    var upper = TarBall()
    upper.add("etc/.wh.old")
    upper.add("srv/.wh..wh..opq")
    upper.add("srv/c", "new", mode: 0o600, owner: 1000)
    upper.add("srv/d", type: "1", link: "srv/c")
    upper.add("etc/link", type: "2", link: "../../../../../srv/c")
    let image = try load(save([lower.closed, upper.closed]))
    #expect(
      image.presence("/etc/passwd", "/etc/old", "/srv/a", "/srv/b", "/srv/c")
        == ["present", "absent", "absent", "absent", "present"]
    )
    #expect(image.text("/srv/d") == "new")
    #expect(image.text("/etc/link") == "new")
    #expect(image.attributes("/srv/c") == "1000:1000 600")
    #expect(image.accounts.user(named: "app").value?.groupID == 1001)
    #expect(image.accounts.isComplete)
    #expect(image.distribution?.name == "alpine")
    #expect(image.distribution?.releases == ["3.19"])
    // An engine gives these to every container.
    #expect(image.presence("/dev/stdout", "/nothing") == ["present", "absent"])
  }

  @Test func `the configuration tells how the container starts`() throws {
    let configuration = try load(save([TarBall().closed])).configuration
    #expect(configuration.entrypoint?.words.map(\.text) == ["/init"])
    #expect(configuration.command?.words.map(\.text) == ["-n"])
    #expect(configuration.user.text == "app")
    #expect(configuration.workingDirectory.text == "/app")
    #expect(configuration.environment.map(\.name) == ["PATH", "EMPTY"])
    #expect(configuration.exposedPorts == ["80/tcp"])
    #expect(configuration.stopSignal == "SIGQUIT")
    #expect(configuration.isComplete)
  }

  @Test(arguments: ["gzip", "zstd -q", "xz"])
  func `layers and archives may be compressed`(program: String) throws {
    var layer = TarBall()
    layer.add("etc/app.conf", "text")
    let packed = try compress(layer.closed, program)
    #expect(try load(save([packed])).text("/etc/app.conf") == "text")
    #expect(try load(compress(save([packed]), program)).text("/etc/app.conf") == "text")
  }

  @Test func `an OCI layout may be a folder`() throws {
    var layer = TarBall()
    layer.add("etc/app.conf", "text")
    let folder = FileManager.default.temporaryDirectory.path + "/dovetail-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let blobs = folder + "/blobs/sha256"
    try FileManager.default.createDirectory(atPath: blobs, withIntermediateDirectories: true)
    try write(layer.closed, to: blobs + "/aa")
    try write(Array(configuration.utf8), to: blobs + "/bb")
    let manifest = """
      {"config": {"digest": "sha256:bb"}, "layers": [{"digest": "sha256:aa"}]}
      """
    try write(Array(manifest.utf8), to: blobs + "/cc")
    let index = """
      {"manifests": [{"digest": "sha256:dd", "platform": {"architecture": "unknown"}},
      {"digest": "sha256:cc", "platform": {"architecture": "amd64"}}]}
      """
    try write(Array(index.utf8), to: folder + "/index.json")
    try write(Array("{}".utf8), to: folder + "/oci-layout")
    var sources = SourceFiles()
    let image = try Image.archive(at: folder, sources: &sources)
    #expect(image.text("/etc/app.conf") == "text")
    #expect(image.configuration.user.text == "app")
  }

  @Test func `a layer that leads out of the image is an error`() {
    var layer = TarBall()
    layer.add("../../tmp/dovetail-escaped", "x")
    #expect(throws: ImageArchiveError.archive(.escapes("../../tmp/dovetail-escaped"))) {
      try load(save([layer.closed]))
    }
    #expect(!FileManager.default.fileExists(atPath: "/tmp/dovetail-escaped"))
  }

  @Test func `a file is not written through a link that leads out of the image`() throws {
    let outside = "/tmp/dovetail-outside-\(UUID().uuidString)"
    var layer = TarBall()
    layer.add("out", type: "2", link: "../../../../../../../../tmp")
    layer.add("out/\(outside.dropFirst(5))", "x")
    let image = try load(save([layer.closed]))
    #expect(!FileManager.default.fileExists(atPath: outside))
    #expect(image.text(outside) == "x")
  }

  @Test func `an archive without a manifest is no image`() {
    var ball = TarBall()
    ball.add("etc/passwd", "x")
    #expect(throws: ImageArchiveError.noManifest) { try load(ball.closed) }
  }

  @Test func `a missing layer is an error`() {
    var ball = TarBall()
    ball.add("manifest.json", "[{\"Config\": \"c.json\", \"Layers\": [\"gone.tar\"]}]")
    ball.add("c.json", configuration)
    #expect(throws: ImageArchiveError.badPart("gone.tar")) { try load(ball.closed) }
  }

  /// Packs layers as `docker save` does.
  private func save(_ layers: [[UInt8]]) -> [UInt8] {
    var ball = TarBall()
    let names = layers.indices.map { "layer\($0)/layer.tar" }
    for (name, layer) in zip(names, layers) { ball.add(name, data: layer) }
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    ball.add("c.json", configuration)
    ball.add("manifest.json", "[{\"Config\": \"c.json\", \"Layers\": [\(list)]}]")
    return ball.closed
  }

  private func load(_ bytes: [UInt8]) throws -> Image {
    let path = temporaryFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(bytes, to: path)
    var sources = SourceFiles()
    return try Image.archive(at: path, sources: &sources)
  }

  private func compress(_ bytes: [UInt8], _ program: String) throws -> [UInt8] {
    let path = temporaryFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(bytes, to: path)
    unsafe _ = system("\(program) -c '\(path)' > '\(path).z' && mv '\(path).z' '\(path)'")
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  private func temporaryFile() -> String {
    FileManager.default.temporaryDirectory.path + "/dovetail-\(UUID().uuidString).tar"
  }
}
