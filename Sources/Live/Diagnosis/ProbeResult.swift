package import Rules
package import SourceText

/// All that a probe of one target has to say.
package struct ProbeResult: Sendable {
  package var target: String
  package var seen: Observation
  package var diagnosis: Diagnosis

  /// From the first look to the last.
  package var elapsed: Duration

  /// The files that the configuration's promises and its findings point into.
  package var sources: SourceFiles

  /// What the static rules say of the configuration in the container.
  package var staticResults: [RuleResult]

  /// Whether other targets were probed too, so that a path alone does not tell whose it is.
  package var isOneOfMany = false

  package init(
    target: String, seen: Observation, results: [JointResult], elapsed: Duration,
    sources: SourceFiles = SourceFiles(), staticResults: [RuleResult] = []
  ) {
    self.target = target
    self.seen = seen
    self.elapsed = elapsed
    self.sources = sources
    self.staticResults = staticResults
    diagnosis = Diagnosis(results)
  }

  /// The joints as rules' results, and after them those of the static rules.
  package func verdict() -> Verdict {
    let redact = Redaction(environment: seen.container?.environment ?? [])
    var sources = redact.of(sources, prefix: isOneOfMany ? "\(target):" : "")
    let evidence = diagnosis.results.flatMap { $0.breaks.flatMap(\.evidence) }
    let report = EvidenceReport(redacted(redact), target: target, evidence: evidence.map(redact.of))
    let place = report.add(to: &sources)
    let results = diagnosis.results.map { result in
      RuleResult(
        rule: result.joint.rule,
        outcome: outcome(of: result, redact: redact, place: place),
        milliseconds: result.elapsed.milliseconds)
    }
    let weighed = StaticFindings(diagnosis.results).weighed(staticResults).map(redact.of)
    var verdict = Verdict(
      path: target, sources: sources, results: results + weighed, order: .asFound)
    verdict.milliseconds = elapsed.milliseconds
    return verdict
  }

  private func outcome(
    of result: JointResult, redact: Redaction, place: (Evidence?) -> SourceSpan
  ) -> RuleResult.Outcome {
    switch result.verdict {
    case .holds: return .passed
    case .unobservable(let reason): return .skipped(redact(reason))
    case .broken(let breaks):
      let origin = diagnosis.origin(of: result)
      return .failed(
        breaks.map { finding(of: $0, at: result.joint, from: origin, redact: redact, place: place) }
      )
    }
  }

  private func finding(
    of found: JointBreak, at joint: Joint, from origin: Joint?, redact: Redaction,
    place: (Evidence?) -> SourceSpan
  ) -> Finding {
    let rule = joint.rule
    let evidence = found.evidence.map(redact.of)
    let severity = origin == nil ? found.severity ?? rule.severity : .note
    let consequence = origin.map { "; this follows from `\($0.rawValue)`" } ?? ""
    // The promise comes first where there is one; what was seen stands beside it.
    let related = found.promise == nil ? evidence.dropFirst() : evidence[...]
    return Finding(
      rule: rule.id, severity: severity, message: redact(found.message) + consequence,
      span: found.promise ?? place(evidence.first),
      related: related.map {
        RelatedSpan(span: place($0), message: "the \($0.kind.rawValue) shows it")
      },
      help: found.fix ?? rule.fix, subject: redact(found.subject))
  }

  private func redacted(_ redact: Redaction) -> Observation {
    var seen = seen
    seen.log = seen.log.map { LiveLog(number: $0.number, stream: $0.stream, text: redact($0.text)) }
    seen.processes = seen.processes?.map { process in
      var process = process
      process.command = process.command.map { redact($0) }
      return process
    }
    return seen
  }
}

extension Duration {
  /// Whole milliseconds.
  package var milliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
