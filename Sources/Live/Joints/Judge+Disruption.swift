extension Judge {
  func configurationDrifted() -> JointResult.Verdict {
    guard let drift = seen.drift else { return .unobservable("no source folder was given") }
    let breaks = drift.map { drift in
      let how = drift.isThere ? "is another one than" : "is missing, although the source has"
      return JointBreak(
        "`\(drift.path)` in the container \(how) `\(drift.origin)`", subject: drift.path,
        evidence: [Evidence(.file, "\(drift.path) differs from \(drift.origin)")])
    }
    return verdict(breaks, holds: "nothing differs")
  }

  func workerNotReplaced() -> JointResult.Verdict {
    guard let disruption = seen.disruption else { return .unobservable(undisturbed) }
    guard let killed = disruption.killedWorker else {
      return .unobservable("there was no worker to stop")
    }
    if let took = disruption.replacedAfter {
      return .holds("worker \(killed) came back after \(took.brief)")
    }
    return .broken([
      JointBreak(
        "uWSGI's worker \(killed) was killed, and no other one took its place", subject: "uwsgi",
        evidence: (seen.processes ?? []).filter { $0.id == killed }
          .map { Evidence(.process, seen.evidence($0)) })
    ])
  }

  func programNotRestarted() -> JointResult.Verdict {
    guard let disruption = seen.disruption else { return .unobservable(undisturbed) }
    guard let stopped = disruption.stoppedProgram else {
      return .unobservable("supervisord has no program that could be stopped")
    }
    if let took = disruption.restartedAfter {
      return .holds("\(stopped.role.rawValue) came back after \(took.brief)")
    }
    return .broken([
      JointBreak(
        "the \(stopped.role.rawValue) was told to stop, and was not started again",
        subject: stopped.role.rawValue, evidence: [Evidence(.process, seen.evidence(stopped))])
    ])
  }

  func stopTooSlow() -> JointResult.Verdict {
    guard let disruption = seen.disruption else { return .unobservable(undisturbed) }
    guard let took = disruption.stoppedAfter else {
      return .unobservable("the container could not be stopped")
    }
    var breaks: [JointBreak] = []
    if took > longestStop {
      breaks.append(
        JointBreak("the container took \(took.brief) to stop", subject: "stop"))
    }
    if let cut = disruption.inFlight, cut.answer == nil {
      breaks.append(
        JointBreak(
          "a request that was under way was cut off: \(cut.summary)", subject: "in flight",
          evidence: [Evidence(.request, cut.evidence)]))
    }
    let answer = disruption.inFlight?.answer.map { ", with \($0.status) for a request under way" }
    return verdict(breaks, holds: "stopped after \(took.brief)\(answer ?? "")")
  }
}

/// The engine waits ten seconds before it kills: who needs more is killed.
private let longestStop: Duration = .seconds(10)
private let undisturbed = "only --disruptive stops anything"
