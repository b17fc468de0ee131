import Rules

/// Decides each joint by what was seen and what the configuration promises.
///
/// A judge only compares: what was not seen stays unobservable.
package struct Judge: Sendable {
  package var seen: Observation
  package var promises: Promises

  package init(seen: Observation, promises: Promises = Promises()) {
    self.seen = seen
    self.promises = promises
  }

  /// What is to be said of one joint.
  package func verdict(on joint: Joint) -> JointResult.Verdict {
    let verdict = ownVerdict(on: joint)
    guard case .broken(let breaks) = verdict, let (neighbour, cause) = cause(elsewhere: joint)
    else { return verdict }
    return .broken(
      breaks.map { found in
        var found = found
        found.severity = .note
        found.message += "; this follows from `\(cause.rawValue)` of `\(neighbour)`"
        return found
      })
  }

  private func ownVerdict(on joint: Joint) -> JointResult.Verdict {
    switch joint {
    case .containerNotRunning: containerNotRunning()
    case .containerRestarting: containerRestarting()
    case .programNotRunning: programNotRunning()
    case .nginxNotRunning: nginxNotRunning()
    case .uwsgiNotRunning: uwsgiNotRunning()
    case .processUserUnexpected: processUserUnexpected()
    case .workerAsRoot: workerAsRoot()
    case .workerCountUnexpected: workerCountUnexpected()
    case .pidFileStale: pidFileStale()
    case .upstreamSocketMissing: upstreamSocketMissing()
    case .socketOwnerUnexpected: socketOwnerUnexpected()
    case .upstreamSocketForbidden: upstreamSocketForbidden()
    case .uwsgiUnanswering: uwsgiUnanswering()
    case .applicationNotLoaded: applicationNotLoaded()
    case .statsUnanswering: statsUnanswering()
    case .portUnanswering: portUnanswering()
    case .requestNotAnswered: requestNotAnswered()
    case .staticFileWrong: staticFileWrong()
    case .requestsSerialised: requestsSerialised()
    case .versionDisclosed: versionDisclosed()
    case .pathEscapes: pathEscapes()
    case .containerUnhealthy: containerUnhealthy()
    case .expectationUnmet: expectationUnmet()
    case .configurationDrifted: configurationDrifted()
    case .workerNotReplaced: workerNotReplaced()
    case .programNotRestarted: programNotRestarted()
    case .stopTooSlow: stopTooSlow()
    case .failureInLog: failureInLog()
    }
  }

  /// The most telling line of the log for a broken joint.
  ///
  /// `isRelevant` keeps one program's lines from explaining another's end.
  func explanation(
    of joint: Joint, where isRelevant: (String) -> Bool = { _ in true }
  ) -> (failure: KnownFailure, line: LiveLog)? {
    let lines = seen.log.filter { isRelevant($0.text) && !isOutdated($0) }
      .map { ($0, Array($0.text.utf8)) }
    for failure in KnownFailure.all where failure.joints.contains(joint) {
      // The last of several is of the last attempt.
      if let line = lines.last(where: { failure.pattern.matches($0.1) }) {
        return (failure, line.0)
      }
    }
    return nil
  }

  /// Whether a line is nginx's word on a request that came before the probe's own, which was answered.
  private func isOutdated(_ line: LiveLog) -> Bool {
    guard let old = seen.oldLogLines, line.number <= old else { return false }
    return line.text.contains(", upstream: \"") && seen.requests.root?.answer != nil
  }

  /// A break that quotes the log where the log explains it.
  func explained(
    _ joint: Joint, _ message: String, subject: String = "", evidence: [Evidence] = [],
    where isRelevant: (String) -> Bool = { _ in true }
  ) -> JointBreak {
    guard let (failure, line) = explanation(of: joint, where: isRelevant) else {
      return JointBreak(message, subject: subject, evidence: evidence)
    }
    return JointBreak(
      "\(message): \(failure.meaning)", subject: subject,
      evidence: [Evidence(.log, line.evidence)] + evidence, fix: failure.fix)
  }

  func unseen(_ what: String) -> JointResult.Verdict {
    .unobservable(seen.blindness ?? "\(what) could not be looked at")
  }

  func verdict(_ breaks: [JointBreak], holds: String) -> JointResult.Verdict {
    breaks.isEmpty ? .holds(holds) : .broken(breaks)
  }
}

extension LiveLog {
  /// The line as the probe's report shows it.
  package var evidence: String { "\(number) \(stream.rawValue) \(text.prefix(longestLine))" }
}

private let longestLine = 600
