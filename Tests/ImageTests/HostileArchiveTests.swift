import FoundationEssentials
import Glibc
import Testing

/// What somebody made to do harm ends with an error, or is read, within bounds.
@Suite struct `A hostile archive` {
  @Test(arguments: ["/etc/passwd", "../outside", "etc/../../outside"])
  func `that names a file outside is an error`(name: String) throws {
    var layer = TarBall()
    layer.add(name, "x")
    let run = try check(image([layer.closed]))
    #expect(run.status == 2)
    #expect(run.errors.contains("names a path outside"))
    #expect(run.errors.contains(name))
  }

  @Test func `whose links lead outside is read like any other`() throws {
    var layer = TarBall()
    layer.add("etc", type: "2", link: "/etc")
    layer.add("root", type: "2", link: "../../../../root")
    layer.add("etc/dovetail-was-here", "x")
    let run = try check(image([layer.closed]))
    #expect(run.status == 0 || run.status == 1)
    #expect(!FileManager.default.fileExists(atPath: "/etc/dovetail-was-here"))
  }

  @Test func `with device nodes makes none of them`() throws {
    var layer = TarBall()
    for (name, type) in [("sda", "4"), ("mem", "3"), ("pipe", "6")] as [(String, Character)] {
      layer.add("tmp/dovetail-\(name)", type: type)
    }
    let run = try check(image([layer.closed]))
    #expect(run.status == 0 || run.status == 1)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/dovetail-sda"))
  }

  @Test func `with a hundred thousand entries is read within the memory there is`() throws {
    var layer = TarBall()
    for number in 0..<100_000 { layer.add("srv/\(number % 300)/\(number)") }
    let run = try check(image([layer.closed]))
    #expect(run.status == 0 || run.status == 1)
  }

  @Test func `with folders as deep as names allow is read within the memory there is`() throws {
    var layer = TarBall()
    for number in 0..<20_000 {
      layer.add(String(repeating: "a/", count: 40) + "\(number)", type: "5")
    }
    let run = try check(image([layer.closed]))
    #expect(run.status == 0 || run.status == 1)
  }

  @Test func `that unpacks to far more than was stored is an error`() throws {
    let path = temporaryFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    // A gigabyte and a half of nothing, of which some hundred kilobytes are stored.
    let pack = "cd '\(path).d' && truncate -s 1600M zeros && tar -cf - zeros | zstd -q -1"
    unsafe _ = system("mkdir '\(path).d' && { \(pack); } > '\(path)'; rm -r '\(path).d'")
    let run = try check(image([Array(try Data(contentsOf: URL(filePath: path)))]))
    #expect(run.status == 2)
    #expect(run.errors.contains("a decompression bomb"))
  }

  @Test func `of nothing but layers is an error`() throws {
    var ball = TarBall()
    let layers = Array(repeating: "\"layer.tar\"", count: 5_000).joined(separator: ",")
    ball.add("manifest.json", "[{\"Config\": \"c.json\", \"Layers\": [\(layers)]}]")
    ball.add("c.json", "{\"config\": {}}")
    ball.add("layer.tar", data: TarBall().closed)
    let run = try check(ball.closed)
    #expect(run.status == 2)
    #expect(run.errors.contains("makes no sense"))
  }

  /// Packs layers as `docker save` does.
  private func image(_ layers: [[UInt8]]) -> [UInt8] {
    var ball = TarBall()
    let names = layers.indices.map { "layer\($0)/layer.tar" }
    for (name, layer) in zip(names, layers) { ball.add(name, data: layer) }
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    ball.add("c.json", "{\"config\": {\"Cmd\": [\"nginx\"]}}")
    ball.add("manifest.json", "[{\"Config\": \"c.json\", \"Layers\": [\(list)]}]")
    return ball.closed
  }

  /// Checks an archive with the program itself, which is given two gigabytes of addresses.
  private func check(_ archive: [UInt8]) throws -> (status: Int32, errors: String) {
    let path = temporaryFile()
    defer {
      try? FileManager.default.removeItem(atPath: path)
      try? FileManager.default.removeItem(atPath: path + ".errors")
    }
    try Data(archive).write(to: URL(filePath: path))
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "dovetail").path()
    try #require(FileManager.default.isExecutableFile(atPath: program))
    let command = "ulimit -v 2097152; '\(program)' check '\(path)' >/dev/null 2>'\(path).errors'"
    let status = unsafe system(command)
    let errors = try String(contentsOf: URL(filePath: path + ".errors"), encoding: .utf8)
    return ((status >> 8) & 0xFF, errors)
  }

  private func temporaryFile() -> String {
    FileManager.default.temporaryDirectory.path + "/dovetail-\(UUID().uuidString).tar"
  }
}
