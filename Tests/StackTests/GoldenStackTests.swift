import Boot
import Facts
import FoundationEssentials
import Rules
import SourceText
import Testing

/// The stacks of `testdata/stacks`, each with the findings that are expected of it.
///
/// `UPDATE_GOLDEN=1 swift test --filter StackTests` writes the expectations anew, for review.
@Suite struct `A stack of testdata` {
  @Test(arguments: TestStack.all)
  func `has the findings that are expected of it`(stack: TestStack) throws {
    let found = try stack.findings()
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try stack.expect(found)
    }
    #expect(found == stack.expectedFindings)
  }

  @Test(arguments: TestStack.all.filter { $0.path.hasPrefix("flask") })
  func `has no error or warning where it is healthy`(stack: TestStack) throws {
    let lines = try stack.findings().split(separator: "\n")
    #expect(lines.filter { !$0.hasPrefix("note ") }.isEmpty)
  }

  @Test(arguments: TestStack.all.filter { $0.path.hasPrefix("broken/") })
  func `has at least one error or warning where it is broken`(stack: TestStack) throws {
    let lines = try stack.findings().split(separator: "\n")
    #expect(lines.contains { !$0.hasPrefix("note ") })
  }
}

/// A folder below `testdata/stacks`.
struct TestStack: CustomTestStringConvertible, Sendable {
  let path: String

  var testDescription: String { path }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "testdata/stacks")

  static let all: [TestStack] = {
    let healthy = names(in: root).filter { $0 != "broken" && $0 != "expected" }
    let broken = names(in: root.appending(path: "broken")).map { "broken/\($0)" }
    return (healthy + broken).map(TestStack.init)
  }()

  private static func names(in folder: URL) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path()))?.sorted() ?? []
  }

  /// A line for each finding: severity, rule, place and message.
  func findings() throws -> String {
    let engine = RuleEngine(try Catalogue.builtIn())
    let stacks = try StackLoader.load(Self.root.appending(path: path).path(), StackRequest())
    var lines: [String] = []
    for containers in stacks.byProject {
      let sources = containers[0].sources
      let results = try containers.filter(\.isOfConcern).map {
        engine.judge(try FactBase.filled(from: $0))
      }
      let verdict = Verdict(path: path, sources: sources, merging: results)
      lines += verdict.findings.map { line(for: $0, sources) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(for finding: Finding, _ sources: SourceFiles) -> String {
    let file = sources[finding.span.file]
    let position = LineIndex(file).position(at: Int(finding.span.start))
    let place = "\(file.displayPath):\(position.line):\(position.column)"
    return "\(finding.severity.rawValue) \(finding.rule) \(place) \(finding.message)"
  }

  var expectedFindings: String {
    (try? String(contentsOf: expectation, encoding: .utf8)) ?? "no expectation is stored"
  }

  func expect(_ findings: String) throws {
    try FileManager.default.createDirectory(
      at: expectation.deletingLastPathComponent(), withIntermediateDirectories: true)
    try findings.write(to: expectation, atomically: true, encoding: .utf8)
  }

  private var expectation: URL {
    Self.root.appending(path: "expected/\(path).txt")
  }
}
