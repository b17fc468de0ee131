#if Probe
  import Live

  /// A line on the terminal for each joint as it is decided.
  struct ProbeProgress: Sendable {
    let isShown: Bool

    func tell(_ target: String, _ result: JointResult) {
      guard isShown else { return }
      let line: String
      switch result.verdict {
      case .holds(let what): line = "ok      \(result.joint.subject) (\(what))"
      case .broken(let breaks): line = "BROKEN  \(breaks.first?.message ?? result.joint.subject)"
      case .unobservable(let why): line = "-       \(result.joint.subject): \(why)"
      }
      Terminal.write("\(target): \(line)  \(result.elapsed.brief)\n", to: .error)
    }
  }
#endif
