import Archive
import FoundationEssentials
import Glibc
import Testing

/// An archive can be read, and cannot do more than be read.
@Suite struct ArchiveReaderTests {
  @Test func `entries tell what their headers say`() throws {
    var ball = TarBall()
    ball.add("etc/", type: "5", mode: 0o755)
    ball.add("./etc/app.ini", "text", mode: 0o640, owner: 33)
    ball.add("etc/link", type: "2", link: "app.ini")
    ball.add("etc/other", type: "1", link: "etc/app.ini")
    ball.add("dev/null", type: "3")
    let entries = try read(ball.closed)
    #expect(
      entries.map(\.entry.path) == [
        ["etc"], ["etc", "app.ini"], ["etc", "link"], ["etc", "other"], ["dev", "null"],
      ]
    )
    #expect(
      entries.map(\.entry.kind) == [
        .folder, .file, .symbolicLink(target: "app.ini"), .hardLink(target: "etc/app.ini"), .device,
      ]
    )
    #expect(entries[1].data == Array("text".utf8))
    #expect(entries[1].entry.mode == 0o640)
    #expect(entries[1].entry.owner == 33)
  }

  @Test(arguments: ["/etc/passwd", "../etc/passwd", "a/../../b", "a/.."])
  func `a name that leads out of the archive is an error`(name: String) {
    var ball = TarBall()
    ball.add(name, "x")
    #expect(throws: ArchiveError.escapes(name)) { try read(ball.closed) }
  }

  @Test func `a hard link to a file outside is an error`() {
    var ball = TarBall()
    ball.add("a", type: "1", link: "../../etc/passwd")
    #expect(throws: ArchiveError.escapes("../../etc/passwd")) { try read(ball.closed) }
  }

  @Test func `too many entries are an error`() {
    var ball = TarBall()
    for number in 0..<11 { ball.add("\(number)") }
    var limits = ArchiveLimits()
    limits.entries = 10
    #expect(throws: ArchiveError.tooManyEntries(10)) { try read(ball.closed, limits) }
  }

  @Test func `data that unpacks to far more than was stored is an error`() throws {
    var ball = TarBall()
    ball.add("zeros", data: [UInt8](repeating: 0, count: 1 << 22))
    var limits = ArchiveLimits()
    limits.suspiciousSize = 1 << 20
    let error = #expect(throws: ArchiveError.self) {
      try read(ball.closed, limits, compress: "gzip -9")
    }
    guard case .bomb(_, let unpacked)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(unpacked < 1 << 21)
  }

  @Test func `an archive that ends too soon is an error`() {
    var ball = TarBall()
    ball.add("a", data: [UInt8](repeating: 1, count: 5000))
    #expect(throws: ArchiveError.self) { try read(Array(ball.bytes.prefix(2000))) }
  }

  @Test func `what is no archive is an error`() {
    #expect(throws: ArchiveError.self) { try read(Array("just a text, not an archive".utf8)) }
  }

  @Test func `data beyond the limit is not kept, and the next entry is still found`() throws {
    var ball = TarBall()
    ball.add("large", data: [UInt8](repeating: 7, count: 300_000))
    ball.add("small", "x")
    let entries = try read(ball.closed, dataLimit: 1000)
    #expect(entries.map(\.data) == [nil, Array("x".utf8)])
  }

  private func read(
    _ bytes: [UInt8], _ limits: ArchiveLimits = ArchiveLimits(), compress: String? = nil,
    dataLimit: Int = 1 << 24
  ) throws -> [(entry: ArchiveEntry, data: [UInt8]?)] {
    let file = FileManager.default.temporaryDirectory.path + "/dovetail-\(UUID().uuidString).tar"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    if let compress {
      unsafe _ = system("\(compress) < '\(file)' > '\(file).z' && mv '\(file).z' '\(file)'")
    }
    var reader = try ArchiveReader(path: file, limits: limits)
    var entries: [(entry: ArchiveEntry, data: [UInt8]?)] = []
    while let entry = try reader.next() {
      entries.append((entry, try reader.data(limit: dataLimit)))
    }
    return entries
  }
}
