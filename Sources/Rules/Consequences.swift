internal import SourceText

/// Which findings say nothing new beside others: one cause is reported once.
struct Consequences {
  let pages: [RulePage]

  /// The results without the findings that follow from another rule's.
  ///
  /// A page `covers` findings at a place of its own, `precludes` findings that touch a file of its
  /// own, because the program that reads it never comes so far, and `stops` findings anywhere,
  /// because there is not even an image. What is elsewhere is another cause, and stays.
  func removed(from results: [RuleResult]) -> [RuleResult] {
    var causes: [String: [Cause]] = [:]
    for (page, result) in zip(pages, results) where !result.findings.isEmpty {
      for (kind, covered) in [
        (Cause.Kind.place, page.covers), (.file, page.precludes), (.stack, page.stops),
      ] {
        let cause = Cause(rule: page.rule.id, kind: kind, spans: result.findings.flatMap(\.spans))
        for id in covered { causes[id, default: []].append(cause) }
      }
    }
    return results.map { result in
      guard let causes = causes[result.rule.id] else { return result }
      return result.withoutConsequences(of: causes)
    }
  }
}

/// Where a rule has found something that others need not say again.
private struct Cause {
  enum Kind {
    case place
    case file
    case stack
  }

  let rule: String
  let kind: Kind
  let spans: [SourceSpan]

  func explains(_ finding: Finding) -> Bool {
    if kind == .stack { return true }
    return finding.spans.contains { place in
      spans.contains { span in
        span.file == place.file
          && (kind == .file || span.start <= place.end && place.start <= span.end)
      }
    }
  }
}

extension RuleResult {
  fileprivate func withoutConsequences(of causes: [Cause]) -> RuleResult {
    let kept = findings.filter { finding in !causes.contains { $0.explains(finding) } }
    guard kept.count < findings.count else { return self }
    var result = self
    result.outcome =
      kept.isEmpty ? .skipped("`\(causes[0].rule)` is the cause") : .failed(kept)
    return result
  }
}

extension Finding {
  fileprivate var spans: [SourceSpan] { [span] + related.map(\.span) }
}
