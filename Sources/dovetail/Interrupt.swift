#if Probe
  import Dispatch
  import Glibc
  import Synchronization

  /// Ctrl-C: what runs is cancelled and ends in order; a second one ends the program at once.
  final class Interrupt: Sendable {
    private let count = Atomic<Int>(0)

    var hasCome: Bool { count.load(ordering: .relaxed) > 0 }

    /// Runs an operation that an interrupt cancels.
    func cancels<Result: Sendable>(
      _ operation: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
      let task = Task { try await operation() }
      signal(SIGINT, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: SIGINT)
      source.setEventHandler {
        if self.count.add(1, ordering: .relaxed).newValue > 1 { _exit(130) }
        task.cancel()
      }
      source.resume()
      defer { source.cancel() }
      return try await task.value
    }
  }
#endif
