import Dockerfile
import SourceText
import Testing

/// BuildKit reads lines of no more than 65,535 bytes (Go's `bufio.Scanner`).
@Suite struct LineLengthTests {
  @Test(arguments: [(65_535, true), (65_536, false)])
  func `a line has its limit`(length: Int, isTaken: Bool) {
    let line = "RUN " + String(repeating: "x", count: length - 4)
    for end in ["", "\n", "\nRUN y\n"] {
      let problems = problems(of: "FROM scratch\n\(line)\(end)")
      #expect(
        problems
          == (isTaken ? [] : ["dockerfile line greater than max allowed size of 65535"]))
    }
  }

  @Test func `a line in a here-document hides its end`() {
    let line = String(repeating: "x", count: 70_000)
    #expect(problems(of: "FROM scratch\nRUN <<A\n\(line)\nA\n").first == "unterminated heredoc")
  }

  private func problems(of text: String) -> [String] {
    var sources = SourceFiles()
    let file = sources.add(path: "Dockerfile", bytes: Array(text.utf8))
    return DockerfileDocument(parsing: file).problems.filter { $0.lint == nil }.map(\.message)
  }
}
