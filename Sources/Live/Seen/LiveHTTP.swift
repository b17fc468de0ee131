/// One request that the probe made, and what came of it.
package struct LiveHTTP: Sendable {
  package var method: String
  package var url: String
  package var outcome: Outcome
  package var elapsed: Duration

  package init(method: String, url: String, outcome: Outcome, elapsed: Duration) {
    self.method = method
    self.url = url
    self.outcome = outcome
    self.elapsed = elapsed
  }

  /// How an exchange ended.
  package enum Outcome: Sendable {
    case answered(HTTPAnswer)
    case failed(ExchangeFailure)
  }

  package var answer: HTTPAnswer? {
    if case .answered(let answer) = outcome { answer } else { nil }
  }

  package var failure: ExchangeFailure? {
    if case .failed(let failure) = outcome { failure } else { nil }
  }

  /// What happened, for a sentence: `GET http://… was answered with 502`.
  package var summary: String {
    switch outcome {
    case .answered(let answer): "`\(method) \(url)` was answered with \(answer.status)"
    case .failed(let failure): "`\(method) \(url)` \(failure.clause)"
    }
  }
}

/// The answer to a request, its body cut where it was too long.
package struct HTTPAnswer: Sendable {
  package var status: Int

  /// In the order of the answer; names as they were sent.
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]

  /// False where the body went on past what the probe reads.
  package var isComplete: Bool

  package init(
    status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = [],
    isComplete: Bool = true
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.isComplete = isComplete
  }

  /// The first value of a header; names are compared without case.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The body as text, with bytes that are not UTF-8 replaced by U+FFFD.
  package var text: String {
    String(decoding: body, as: UTF8.self)
  }
}
