import FoundationEssentials
import Live
import Testing

@Suite struct TarReaderTests {
  @Test func `an archive is read the same however it is cut`() {
    let archive = Self.member("etc/passwd", "root:x:0:0\n", mode: 0o644) + Self.end
    for size in [1, 7, 511, 512, 513, 4096] {
      var reader = TarReader()
      for start in stride(from: 0, to: archive.count, by: size) {
        reader.append(archive[start..<min(start + size, archive.count)])
      }
      #expect(reader.entries.map(\.path) == ["etc/passwd"])
      #expect(reader.entries.first?.content == Array("root:x:0:0\n".utf8))
      #expect(reader.entries.first?.mode == 0o644)
      #expect(reader.isFinished && !reader.isBroken)
    }
  }

  @Test func `a file above the limit is told without its content`() {
    let big = String(repeating: "x", count: 5000)
    let archive = Self.member("big", big) + Self.member("small", "s") + Self.end
    for size in [100, 10_000] {
      var reader = TarReader(limits: .init(contentBytes: 1000))
      for start in stride(from: 0, to: archive.count, by: size) {
        reader.append(archive[start..<min(start + size, archive.count)])
      }
      #expect(reader.entries.map(\.path) == ["big", "small"])
      #expect(reader.entries.map(\.content) == [nil, Array("s".utf8)])
      #expect(reader.entries.first?.size == 5000)
    }
  }

  @Test func `long names come from GNU tar and from pax`() {
    let name = String(repeating: "n", count: 150)
    let record = " path=\(name)\n"
    let pax = "\(record.utf8.count + 3)\(record)"
    for (type, text) in [("L", name + "\0"), ("x", pax)] {
      var reader = TarReader()
      reader.append(
        Self.member("meta", text, type: type) + Self.member("short", "s") + Self.end)
      #expect(reader.entries.map(\.path) == [name])
    }
  }

  @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 7])
  func `garbage ends the reading and nothing else`(seed: UInt64) {
    var state = seed &* 6_364_136_223_846_793_005 &+ 1
    let garbage = (0..<4096).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(state >> 56)
    }
    var reader = TarReader()
    reader.append(garbage)
    #expect(reader.isBroken)
    #expect(reader.entries.isEmpty)
  }

  @Test func `an archive that claims a negative or endless size is broken or waited for`() {
    var reader = TarReader()
    reader.append(Self.member("x", "", size: "77777777777") + Self.member("y", "y"))
    #expect(reader.entries.count <= 1)
  }

  private static let end = [UInt8](repeating: 0, count: 1024)

  private static func member(
    _ path: String, _ content: String, mode: Int = 0o600, type: String = "0", size: String? = nil
  ) -> [UInt8] {
    var head = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at offset: Int) {
      head.replaceSubrange(offset..<(offset + text.utf8.count), with: text.utf8)
    }
    put(path, at: 0)
    put(String(mode, radix: 8), at: 100)
    put(size ?? String(content.utf8.count, radix: 8), at: 124)
    put("        ", at: 148)
    put(type, at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    put(String(head.reduce(0) { $0 + Int($1) }, radix: 8) + "\0", at: 148)
    let padding = (512 - content.utf8.count % 512) % 512
    return head + Array(content.utf8) + [UInt8](repeating: 0, count: padding)
  }
}
