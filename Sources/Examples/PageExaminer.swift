internal import Boot
internal import Facts
internal import Image
package import Rules

/// Runs the examples of rule pages through the whole pipeline, as if they were folders.
package struct PageExaminer: Sendable {
  private let request: StackRequest

  package init() {
    request = StackRequest()
  }

  /// One result for each example, in the page's order.
  package func examine(_ page: RulePage) -> [ExampleResult] {
    page.examples.enumerated().map { index, example in
      ExampleResult(
        page: page, example: example, number: index + 1, outcome: outcome(of: example, page))
    }
  }

  private func outcome(
    of example: RulePage.Example, _ page: RulePage
  ) -> ExampleResult.Outcome {
    do {
      let facts = try FactBase.filled(from: try stack(of: example))
      guard let result = RuleEngine(Catalogue(pages: [page])).judge(facts).first else {
        return .silent(nil)
      }
      return outcome(of: result, example.kind)
    } catch {
      return .unreadable("\(error)")
    }
  }

  private func outcome(
    of result: RuleResult, _ kind: RulePage.Example.Kind
  ) -> ExampleResult.Outcome {
    switch (kind, result.outcome) {
    case (.bad, .failed): .asPromised
    case (.bad, .skipped(let reason)): .silent(reason)
    case (.bad, .passed): .silent(nil)
    case (.good, .failed(let findings)): .fired(findings)
    case (.good, .passed), (.good, .skipped): .asPromised
    }
  }

  private func stack(of example: RulePage.Example) throws -> Stack {
    var files: [String: String] = [:]
    for file in example.files { files[file.path] = file.text }
    let context = BuildContext(files: files)
    guard files["Dockerfile"] != nil else {
      return try StackLoader.load(filesOf: context, path: "example", request)
    }
    return try StackLoader.load(
      dockerfile: "Dockerfile", context: context, path: "example", request)
  }
}
