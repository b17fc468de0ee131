#if Probe
  /// A limit on time was reached.
  struct DeadlineExceeded: Error {}

  /// Runs an operation for a time at most; then it is cancelled.
  ///
  /// - Throws: `DeadlineExceeded`, or what the operation throws.
  func withDeadline<Result: Sendable>(
    _ limit: Duration, _ operation: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask { try await operation() }
      group.addTask {
        try await Task.sleep(for: limit)
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let result = first else {
        throw DeadlineExceeded()
      }
      return result
    }
  }
#endif
