import Boot
import Facts
import Foundation
import Image
import Rules
import Testing

/// Where nginx has nobody to ask for an address, as `script/record-resolver` heard it say.
@Suite struct RecordedResolverTests {
  struct Asking: Decodable, Sendable, CustomTestStringConvertible {
    let name: String

    /// What stands in the `http` block, and in the location that passes requests on.
    let http: String
    let location: String

    /// What nginx answered; nil where it did not start.
    let status: Int?

    /// What its log said first.
    let log: String

    var testDescription: String { name }
    var lacksResolver: Bool { log.hasPrefix("no resolver defined") }
  }

  @Test(arguments: Self.askings)
  func `an error is found where nginx lacks a resolver, and nowhere else`(asking: Asking) throws {
    let errors = try errors(in: asking)
    if asking.status == nil {
      #expect(!errors.isEmpty)
    } else {
      #expect(errors.contains("resolver-missing") == asking.lacksResolver)
    }
  }

  @Test func `nginx lacked a resolver in some recordings, and had one in others`() {
    #expect(Self.askings.contains { $0.lacksResolver })
    #expect(Self.askings.contains { !$0.lacksResolver })
  }

  /// The ids of the rules that find an error.
  private func errors(in asking: Asking) throws -> Set<String> {
    let configuration = """
      events {}
      http { \(asking.http)
      server { listen 127.0.0.1:8080; location / { \(asking.location) } } }
      """
    let stack = try StackLoader.load(
      filesOf: BuildContext(files: ["nginx.conf": configuration]), path: "example", StackRequest())
    let results = RuleEngine(try Catalogue.builtIn()).judge(try FactBase.filled(from: stack))
    let findings = results.flatMap { result in
      if case .failed(let findings) = result.outcome { findings } else { [Finding]() }
    }
    return Set(findings.filter { $0.severity == .error }.map(\.rule))
  }

  private static let askings: [Asking] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../testdata/nginx/resolver/cases.json").standardized
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([Asking].self, from: data)) ?? []
  }()
}
