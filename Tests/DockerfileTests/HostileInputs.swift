import Dockerfile
import FoundationEssentials
import SourceText
import Testing

/// Broken files end in problems, never in a crash, and every span lies in the file.
@Suite struct HostileInputs {
  @Test(arguments: [1, 2026])
  func `damaged recordings are read to their end`(seed: UInt64) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: recordings.path).sorted()
    var damage = Damage(seed: seed)
    for name in names where name.hasSuffix(".Dockerfile") {
      let bytes = Array(try Data(contentsOf: recordings.appending(path: name)))
      for _ in 0..<20 { check(damage.damaged(bytes)) }
    }
  }

  @Test func `nesting and length have no end`() {
    let deep = String(repeating: "${a:-", count: 10_000)
    let array = String(repeating: "[", count: 100_000)
    let triggers = String(repeating: "ONBUILD ", count: 10_000)
    let stars = "${A##" + String(repeating: "*a", count: 200) + "}"
    for text in [
      "ENV A=\(deep)", "CMD \(array)", triggers,
      "RUN \\\n" + String(repeating: "\\\n", count: 50_000),
      "ENV A=\(String(repeating: "a", count: 3_000))\nENV B=\(stars)b",
    ] {
      check(Array("FROM scratch\n\(text)".utf8))
    }
  }

  private func check(_ bytes: [UInt8]) {
    var files = SourceFiles()
    let document = DockerfileDocument(parsing: files.add(path: "Dockerfile", bytes: bytes))
    let plan = DockerfileBuild(document) { _ in ImageConfiguration() }
    for problem in plan.problems {
      #expect(!problem.message.isEmpty)
      #expect(Int(problem.span.end) <= bytes.count)
    }
    for instruction in document.instructions {
      #expect(instruction.arguments.allSatisfy { Int($0.span.end) <= bytes.count })
    }
  }
}

/// Damages inputs, the same way for the same seed.
private struct Damage {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...next(4) where !bytes.isEmpty {
      let place = next(bytes.count)
      switch next(4) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(interesting[next(interesting.count)], at: place)
      case 2: bytes[place] = UInt8(next(256))
      default: bytes.insert(contentsOf: bytes[place...].prefix(next(30)), at: next(bytes.count))
      }
    }
    return bytes
  }

  private mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  private let interesting = Array("\\\"'${}[]#=<\n\t -`:/*?,".utf8)
}
