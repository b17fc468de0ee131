#if Probe
  import Live
  import Synchronization

  /// What a probe has seen so far; it outlives a probe that is cut short.
  final class Notebook: Sendable {
    private struct Page {
      var seen = Observation()
      var promises = Promises()
      var elapsed: [Joint: Duration] = [:]
    }

    /// When the first look began.
    let start: ContinuousClock.Instant
    private let page: Mutex<Page>
    private let tell: @Sendable (JointResult) -> Void

    init(
      _ seen: Observation, since start: ContinuousClock.Instant = .now,
      tell: @escaping @Sendable (JointResult) -> Void
    ) {
      self.start = start
      page = Mutex(Page(seen: seen))
      self.tell = tell
    }

    var seen: Observation { page.withLock { $0.seen } }
    var promises: Promises { page.withLock { $0.promises } }

    /// What judges by all that is known now.
    var judge: Judge { page.withLock { Judge(seen: $0.seen, promises: $0.promises) } }

    func note(_ change: (inout Observation) -> Void) {
      page.withLock { change(&$0.seen) }
    }

    func promise(_ promises: Promises) {
      page.withLock { $0.promises = promises }
    }

    /// Decides joints by what was seen up to now, and tells of them.
    func decide(_ joints: [Joint], after elapsed: Duration) {
      let judge = judge
      for joint in joints {
        page.withLock { $0.elapsed[joint] = elapsed }
        tell(JointResult(joint: joint, verdict: judge.verdict(on: joint), elapsed: elapsed))
      }
    }

    /// All joints by all that was seen: later lines of the log may explain what was decided early.
    func conclude() -> [JointResult] {
      let judge = judge
      let elapsed = page.withLock { $0.elapsed }
      return Joint.allCases.map {
        JointResult(joint: $0, verdict: judge.verdict(on: $0), elapsed: elapsed[$0] ?? .zero)
      }
    }
  }
#endif
