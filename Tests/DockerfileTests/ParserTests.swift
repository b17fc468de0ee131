import Dockerfile
import SourceText
import Testing

@Suite struct ParserTests {
  @Test func `an argument knows its bytes over a continued line`() throws {
    let file = document("RUN ab\\\n  # note\ncd e\n")
    let argument = try #require(file.instructions.first?.arguments.first)
    #expect(argument.text == "abcd e")
    #expect(argument.span(of: 0..<2).range == 4..<6)
    #expect(argument.span(of: 2..<4).range == 17..<19)
  }

  @Test func `a JSON argument knows its bytes behind escapes`() throws {
    let file = document(#"CMD ["a\nb", "\u00e9x"]"#)
    let arguments = try #require(file.instructions.first?.arguments)
    #expect(arguments.map(\.text) == ["a\nb", "éx"])
    #expect(arguments[0].span.range == 6..<10)
    #expect(arguments[0].span(of: 1..<2).range == 7..<9)
    #expect(arguments[1].span(of: 2..<3).range == 20..<21)
  }

  @Test func `a flag loses its quotes and keeps its place`() throws {
    let file = document(#"COPY --chown="a b" --link x y"#)
    let flags = try #require(file.instructions.first?.flags)
    #expect(flags.map(\.text) == ["--chown=a b", "--link"])
    #expect(flags[0].span.range == 5..<18)
  }

  @Test func `what follows a mistake is still read`() {
    let file = document("FROM a\nENV A\nCMD [1]\nRUNN x\nFROM b AS 1x\nUSER u\n")
    #expect(
      file.problems.map(\.code) == [
        "wrong-arguments", "non-string-in-array", "unknown-instruction", "invalid-stage-name",
      ])
    #expect(file.stages.count == 2)
    #expect(file.stages.last?.instructions.first?.keyword == .user)
  }

  @Test func `a here-document of ONBUILD belongs to the ONBUILD`() throws {
    let file = document("FROM a\nONBUILD RUN <<E\nx\nE\nUSER u\n")
    let instruction = try #require(file.stages.first?.instructions.first)
    #expect(instruction.heredocs.map(\.body.text) == ["x\n"])
    #expect(instruction.lines == 2...4)
  }

  @Test(arguments: [
    ("30s", 30_000_000_000), ("1m30s", 90_000_000_000), ("1.5h", 5_400_000_000_000),
    ("250ms", 250_000_000), ("0", 0), ("2µs1ms", 1_002_000),
  ])
  func `times are Go's`(text: String, nanoseconds: Int) {
    let file = build("FROM scratch\nHEALTHCHECK --interval=\(text) CMD x")
    #expect(file.target?.configuration.healthcheck?.interval == nanoseconds)
  }

  @Test(arguments: [
    ("30", #"time: missing unit in duration "30""#),
    ("3x", #"time: unknown unit "x" in duration "3x""#),
    ("x", #"time: invalid duration "x""#),
    ("9223372036854775807h", #"time: invalid duration "9223372036854775807h""#),
    ("1us", #"Interval "interval" cannot be less than 1ms"#),
  ])
  func `a bad time is refused in Go's words`(text: String, message: String) {
    let file = document("FROM scratch\nHEALTHCHECK --interval=\(text) CMD x")
    #expect(file.problems.map(\.message) == [message])
  }
}
