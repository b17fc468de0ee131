package import Boot
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
  ///
  /// Throws where the page's examples cannot be read.
  package func examine(_ page: RulePage) throws(RulePageError) -> [ExampleResult] {
    try page.examples().enumerated().map { index, example in
      ExampleResult(
        page: page, example: example, number: index + 1, outcome: outcome(of: example, page))
    }
  }

  private func outcome(
    of example: RulePage.Example, _ page: RulePage
  ) -> ExampleResult.Outcome {
    do {
      let engine = RuleEngine(Catalogue(pages: [page]))
      let containers = try containers(of: example)
      let results = try containers.filter(\.isOfConcern).map { container in
        engine.judge(try FactBase.filled(from: container))
      }
      guard let sources = containers.first?.sources,
        let result = Verdict(path: "example", sources: sources, merging: results).results.first
      else { return .silent(nil) }
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

  /// The containers that the files of an example make.
  package func containers(of example: RulePage.Example) throws -> [Stack] {
    var files: [String: String] = [:]
    for file in example.files { files[file.path] = file.text }
    let unreadable = example.files.filter { !$0.isReadable }.map(\.path)
    let context = BuildContext(files: files, unreadable: Set(unreadable))
    if files["compose.yaml"] != nil {
      return try StackLoader.load(
        compose: "compose.yaml", in: ProjectFolder(files: files), request)
    }
    guard files["Dockerfile"] != nil else {
      return [try StackLoader.load(filesOf: context, path: "example", request)]
    }
    return [
      try StackLoader.load(dockerfile: "Dockerfile", context: context, path: "example", request)
    ]
  }
}
