package import Rules

/// What the probe saw of the findings that the configuration alone led to.
package struct StaticFindings: Sendable {
  private let verdicts: [Joint: JointResult.Verdict]

  package init(_ results: [JointResult]) {
    verdicts = Dictionary(results.map { ($0.joint, $0.verdict) }) { first, _ in first }
  }

  /// The results with each error marked as confirmed or refuted, where the probe can tell.
  package func weighed(_ results: [RuleResult]) -> [RuleResult] {
    results.map { result in
      guard case .failed(let findings) = result.outcome, !isAboutStrangers(result.rule),
        let joints = jointsByArea[result.rule.area]
      else { return result }
      var result = result
      result.outcome = .failed(findings.map { weighed($0, joints) })
      return result
    }
  }

  private func weighed(_ finding: Finding, _ joints: [Joint]) -> Finding {
    guard finding.severity == .error else { return finding }
    var finding = finding
    if let broken = joints.first(where: isBroken) {
      finding.message += "; the probe confirms it: `\(broken.rawValue)`"
    } else if joints.allSatisfy(holds) {
      finding.severity = .note
      finding.message +=
        "; the probe refutes it: `\(joints.map(\.rawValue).joined(separator: "`, `"))` "
        + "were looked at, and all is well there"
    }
    return finding
  }

  /// A rule of what strangers may do: that it works says nothing against it.
  private func isAboutStrangers(_ rule: Rule) -> Bool {
    rule.id.contains("public") || rule.id == "source-exposed"
  }

  private func isBroken(_ joint: Joint) -> Bool {
    if case .broken? = verdicts[joint] { true } else { false }
  }

  private func holds(_ joint: Joint) -> Bool {
    if case .holds? = verdicts[joint] { true } else { false }
  }
}

// Where the parts that rules of an area are about meet.
private let jointsByArea: [String: [Joint]] = [
  "image": [.programNotRunning, .requestNotAnswered],
  "limits": [.uwsgiNotRunning, .requestNotAnswered],
  "logging": [.containerNotRunning, .programNotRunning, .nginxNotRunning, .uwsgiNotRunning],
  "nginx-http": [.portUnanswering, .requestNotAnswered],
  "nginx-security": [.pathEscapes],
  "pid-paths": [.programNotRunning, .nginxNotRunning, .uwsgiNotRunning],
  "plugins": [.uwsgiUnanswering, .applicationNotLoaded, .requestNotAnswered],
  "privileges": [.containerNotRunning, .programNotRunning, .nginxNotRunning, .uwsgiNotRunning],
  "process-supervision": [.containerNotRunning, .programNotRunning],
  "python-app": [.applicationNotLoaded, .requestNotAnswered],
  "sockets": [.upstreamSocketMissing, .uwsgiUnanswering, .requestNotAnswered],
  "static-files": [.staticFileWrong],
  "supervisord": [.containerNotRunning, .programNotRunning],
  "syntax": [.containerNotRunning, .programNotRunning, .nginxNotRunning, .uwsgiNotRunning],
]
