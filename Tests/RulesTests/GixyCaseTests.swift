import Boot
import Facts
import FoundationEssentials
import NginxConfig
import Rules
import SourceText
import Testing

/// The configurations of `testdata/gixy`, each for the rules that answer to one check.
@Suite struct `A configuration for a check of gixy` {
  @Test(arguments: GixyCase.all)
  func `is found where it deserves a finding, and only there`(gixyCase: GixyCase) throws {
    #expect(try gixyCase.isFound() == gixyCase.isPositive)
  }

  @Test func `is there for every check that a rule answers to, of both kinds`() throws {
    let checks = Set(try Catalogue.builtIn().pages.flatMap(\.gixy))
    for isPositive in [true, false] {
      let covered = Set(GixyCase.all.filter { $0.isPositive == isPositive }.map(\.check))
      #expect(checks.subtracting(covered) == [])
    }
  }
}

/// A row of `testdata/gixy/list.tsv`.
struct GixyCase: CustomTestStringConvertible, Sendable {
  let check: String
  let path: String
  let isPositive: Bool

  var testDescription: String { path }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "testdata/gixy")

  static let all: [GixyCase] = {
    let list = try? String(contentsOf: root.appending(path: "list.tsv"), encoding: .utf8)
    return (list ?? "").split(separator: "\n").map { line in
      let fields = line.split(separator: "\t").map(String.init)
      return GixyCase(check: fields[0], path: fields[1], isPositive: fields[2] == "positive")
    }
  }()

  func isFound() throws -> Bool {
    let catalogue = try Catalogue.builtIn()
    let engine = RuleEngine(
      Catalogue(pages: catalogue.pages.filter { $0.gixy.contains(check) }))
    for stack in try StackLoader.load(file.path(percentEncoded: false), request()) {
      let facts = try FactBase.filled(from: stack)
      if engine.judge(facts).contains(where: { !$0.findings.isEmpty }) { return true }
    }
    return false
  }

  private var file: URL { Self.root.appending(path: path) }

  /// What the head of the file says in its first three lines: `# Options: {"version": "1.25.3"}`.
  private func request() throws -> StackRequest {
    var request = StackRequest()
    let lines = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", maxSplits: 3, omittingEmptySubsequences: false)
    for line in lines.prefix(3) where line.hasPrefix("# Options: ") {
      let json = Data(line.dropFirst("# Options: ".count).utf8)
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      let options = try decoder.decode(Options.self, from: json)
      let version = options.version.map { $0.hasPrefix("v") ? String($0.dropFirst()) : $0 }
      request.machine.nginxVersion = version.flatMap(MachineFacts.nginxVersion)
      request.machine.origins.domains = (options.domains ?? []).filter { $0 != "*" }
      request.machine.origins.isHTTPSOnly = options.httpsOnly ?? false
      request.machine.origins.allowsCapitals = options.lowerHostname == false
      request.machine.keptHeaders = options.headers ?? []
    }
    return request
  }

  private struct Options: Decodable {
    let version: String?
    let domains: [String]?
    let httpsOnly: Bool?
    let lowerHostname: Bool?
    let headers: [String]?
  }
}
