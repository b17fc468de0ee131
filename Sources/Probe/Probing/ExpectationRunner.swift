#if Probe
  import Live
  import Settings

  /// Sends the request of an expectation, again as often as it allows.
  struct ExpectationRunner {
    let requester: HTTPRequester
    let origin: String

    func run(_ expectation: Expectation) async -> ExpectationResult {
      var request = HTTPRequester.Request(Self.url(origin, expectation.path))
      request.method = expectation.method
      request.headers = expectation.headers
      request.body = Array(expectation.body.utf8)
      var result = ExpectationResult(expectation: expectation, http: await requester.send(request))
      for _ in 0..<expectation.retries where !result.failures.isEmpty && !Task.isCancelled {
        try? await Task.sleep(for: .milliseconds(500))
        result = ExpectationResult(expectation: expectation, http: await requester.send(request))
      }
      return result
    }

    private static func url(_ origin: String, _ path: String) -> String {
      let base = origin.hasSuffix("/") ? String(origin.dropLast()) : origin
      return path.hasPrefix("/") ? base + path : "\(base)/\(path)"
    }
  }
#endif
