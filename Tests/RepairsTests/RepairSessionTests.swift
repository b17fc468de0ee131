import Repairs
import Rules
import SourceText
import Testing

@Suite struct RepairSessionTests {
  @Test func `every safe repair is made, others only when asked for`() throws {
    let stack = WordStack(["a.ini": "BAD x RISKY\nBAD\n"])
    let safe = try stack.mend()
    #expect(safe.text("a.ini") == "GOOD x RISKY\nGOOD\n")
    #expect(safe.mended.count == 2)
    let all = try stack.mend(includesUnsafe: true)
    #expect(all.text("a.ini") == "GOOD x SOUND\nGOOD\n")
    #expect(all.verdict.findings.isEmpty)
  }

  @Test func `what a repair brings is mended in the next round`() throws {
    let outcome = try WordStack(["a.ini": "CHAIN"]).mend()
    #expect(outcome.text("a.ini") == "GOOD")
    #expect(outcome.mended.map(\.subject) == ["CHAIN", "BAD"])
  }

  @Test func `a repair that leaves its finding is taken back, and the others stay`() throws {
    let outcome = try WordStack(["a.ini": "STUBBORN BAD", "b.ini": "BAD"]).mend()
    #expect(outcome.text("a.ini") == "STUBBORN GOOD")
    #expect(outcome.text("b.ini") == "GOOD")
    #expect(outcome.rejected.map(\.subject) == ["STUBBORN"])
  }

  @Test func `a repair that brings an error is taken back`() throws {
    let outcome = try WordStack(["a.ini": "TRAP"]).mend()
    #expect(outcome.changes.isEmpty)
    #expect(outcome.rejected.map(\.subject) == ["TRAP"])
  }

  @Test func `repairs that undo each other end`() throws {
    let outcome = try WordStack(["a.ini": "PING"]).mend()
    #expect(["PING", "PONG", nil].contains(outcome.text("a.ini")))
  }

  @Test func `overlapping repairs wait for one another`() throws {
    let outcome = try WordStack(["a.ini": "BAD"], overlaps: true).mend()
    #expect(outcome.text("a.ini") == "GOOD")
  }

  @Test func `new lines end as the file's lines do`() throws {
    let outcome = try WordStack(["a.ini": "x\r\nSPLIT\r\n"]).mend()
    #expect(outcome.text("a.ini") == "x\r\none\r\ntwo\r\n")
  }

  @Test func `bytes that are not UTF-8 stay`() throws {
    let bytes: [UInt8] = [0xFF, 0xFE] + Array("BAD".utf8) + [0x80]
    let outcome = try WordStack(bytes: ["a.ini": bytes]).mend()
    #expect(outcome.changes.first?.after == [0xFF, 0xFE] + Array("GOOD".utf8) + [0x80])
  }

  @Test func `a file that only the image has is left alone`() throws {
    let outcome = try WordStack(["/etc/a.ini": "BAD"]).mend()
    #expect(outcome.changes.isEmpty)
    #expect(outcome.mended.isEmpty)
  }
}

extension RepairSession.Outcome {
  fileprivate func text(_ path: String) -> String? {
    changes.first { $0.path == path }.map { String(decoding: $0.after, as: UTF8.self) }
  }
}
