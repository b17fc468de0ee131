package import Settings

/// An expectation, the answer that it got, and what was wrong with that.
package struct ExpectationResult: Sendable {
  package var expectation: Expectation
  package var http: LiveHTTP

  /// Each says what was expected and what came; none where the expectation is met.
  package var failures: [String]

  package init(expectation: Expectation, http: LiveHTTP) {
    self.expectation = expectation
    self.http = http
    failures = expectation.failures(of: http)
  }
}
