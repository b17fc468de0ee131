import Boot
import FoundationEssentials
import Machine
import SourceText
import Testing

/// Stacks in the shapes that public repositories have, each with the processes that it starts.
///
/// `UPDATE_GOLDEN=1 swift test --filter RepositoryTests` writes the expectations anew, for review.
@Suite struct RepositoryTests {
  @Test(arguments: Repository.all)
  func `the processes of a repository's stacks are found`(repository: Repository) throws {
    let found = try repository.processes()
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try found.write(to: repository.expectation, atomically: true, encoding: .utf8)
    }
    #expect(found == repository.expectedProcesses)
  }
}

/// A folder below `testdata/repositories`.
struct Repository: CustomTestStringConvertible, Sendable {
  let name: String

  var testDescription: String { name }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "testdata/repositories")

  static let all: [Repository] =
    ((try? FileManager.default.contentsOfDirectory(atPath: root.path())) ?? [])
    .filter { $0 != "expected" }.sorted().map(Repository.init)

  var expectation: URL {
    Self.root.appending(path: "expected/\(name).txt")
  }

  var expectedProcesses: String {
    (try? String(contentsOf: expectation, encoding: .utf8)) ?? "no expectation is stored"
  }

  /// A line for each process, below the one that starts it.
  func processes() throws -> String {
    let folder = Self.root.appending(path: name).path()
    let stacks = try StackLoader.load(folder, StackRequest())
    return stacks.map { stack in
      let file = stack.sources.files[Int(stack.anchor?.file.rawValue ?? 0)].displayPath
      let service = stack.membership.map { ", service \($0.service)" } ?? ""
      let more = stack.boot.isComplete ? "" : "  and perhaps more\n"
      return "\(file)\(service)\n" + lines(of: stack.boot, below: nil, indent: "  ") + more
    }.joined()
  }

  private func lines(of boot: Boot, below parent: Int?, indent: String) -> String {
    boot.processes.filter { $0.parent == parent }.map { process in
      let command = process.invocation.arguments.map(\.text).joined(separator: " ")
      let firstLine = command.split(separator: "\n").first.map(String.init) ?? command
      return "\(indent)\(process.program.rawValue): \(firstLine)\n"
        + lines(of: boot, below: process.id, indent: indent + "  ")
    }.joined()
  }
}
