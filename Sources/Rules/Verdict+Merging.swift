package import SourceText

extension Verdict {
  /// One verdict on several containers that are judged together, with what was said of each.
  ///
  /// The sources are those of all of them. What two containers of one image share is said once.
  package init(path: String, sources: SourceFiles, merging parts: [[RuleResult]]) {
    let results = parts.dropFirst().reduce(parts.first ?? []) { merged, part in
      zip(merged, part).map { $0.merged(with: $1, sources) }
    }
    self.init(path: path, sources: sources, results: results)
  }
}

extension RuleResult {
  /// A finding outweighs all else; what was not known, a rule that passed elsewhere.
  fileprivate func merged(with other: RuleResult, _ sources: SourceFiles) -> RuleResult {
    guard !findings.isEmpty, !other.findings.isEmpty else {
      return weight < other.weight ? other : self
    }
    var merged = self
    var known = Set(findings.map { Sighting($0, sources) })
    let new = other.findings.filter { known.insert(Sighting($0, sources)).inserted }
    merged.outcome = .failed(findings + new)
    return merged
  }

  private var weight: Int {
    switch outcome {
    case .failed: 3
    case .skipped: concernsNothing ? 0 : 2
    case .passed: 1
    }
  }
}

/// What two findings have in common where they are one to a reader.
private struct Sighting: Hashable {
  let path: String
  let start: Int32
  let message: String

  init(_ finding: Finding, _ sources: SourceFiles) {
    path = sources[finding.span.file].displayPath
    start = finding.span.start
    message = finding.message
  }
}
