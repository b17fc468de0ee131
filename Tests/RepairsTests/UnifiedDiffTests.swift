import Foundation
import Repairs
import Testing

@Suite struct UnifiedDiffTests {
  @Test func `a change shows with its surroundings`() {
    let before = (1...20).map { "line \($0)\n" }.joined()
    let after = before.replacing("line 9\n", with: "nine\n")
    #expect(
      diff(before, after) == """
        --- a/x.conf
        +++ b/x.conf
        @@ -6,7 +6,7 @@
         line 6
         line 7
         line 8
        -line 9
        +nine
         line 10
         line 11
         line 12

        """)
  }

  @Test func `no change is no patch`() {
    #expect(diff("a\n", "a\n").isEmpty)
  }

  @Test func `a name that would break the patch is quoted`() {
    let change = FileChange(path: "a\n\"é", before: [], after: [0x61])
    let text = String(decoding: UnifiedDiff(change).bytes, as: UTF8.self)
    #expect(text.hasPrefix("--- \"a/a\\012\\\"\\303\\251\"\n"))
  }

  @Test(arguments: 0..<60)
  func `patch makes the one file of the other`(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let before = lines(&random)
    let after =
      seed % 3 == 0 ? lines(&random) : before.filter { _ in random.next() % 5 != 0 } + ["z"]
    let folder = FileManager.default.temporaryDirectory.appending(path: "diff-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "x.conf")
    let patch = folder.appending(path: "p")
    try Data(before.joined(separator: "\n").utf8).write(to: file)
    try Data(diff(before.joined(separator: "\n"), after.joined(separator: "\n")).utf8).write(
      to: patch)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/patch")
    process.arguments = ["-s", "-p1", "-d", folder.path, "-i", "p"]
    try process.run()
    process.waitUntilExit()
    let patched = try String(contentsOf: file, encoding: .utf8)
    #expect(patched == after.joined(separator: "\n"))
  }

  private func diff(_ before: String, _ after: String) -> String {
    let change = FileChange(path: "x.conf", before: Array(before.utf8), after: Array(after.utf8))
    return String(decoding: UnifiedDiff(change).bytes, as: UTF8.self)
  }

  private func lines(_ random: inout SplitMix) -> [String] {
    (0..<(random.next() % 40 + 1)).map { _ in "line \(random.next() % 9)" }
  }
}

/// Random numbers that are the same in each run.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
