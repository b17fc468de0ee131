#if Probe
  import Live

  /// Bytes to send to a socket, whose answer is read until the other side closes.
  struct Exchange: Sendable {
    /// A path, or `host:port`.
    var address: String
    var bytes: [UInt8]

    /// What is sent some time after the other bytes.
    var lateBytes: [UInt8] = []
    var delay: Duration = .zero

    init(address: String, bytes: [UInt8]) {
      self.address = address
      self.bytes = bytes
    }
  }

  /// What came back from a socket.
  struct ExchangeResult: Sendable {
    var bytes: [UInt8]

    /// Nil where the other side ended the connection in order.
    var failure: ExchangeFailure?
    var elapsed: Duration

    /// The bytes as an answer of HTTP, which is what uWSGI answers in either protocol.
    func http(method: String, url: String) -> LiveHTTP {
      let outcome: LiveHTTP.Outcome
      switch (HTTPMessage.answer(bytes), failure) {
      case (.success(let answer), _): outcome = .answered(answer)
      case (.failure, let failure?): outcome = .failed(failure)
      case (.failure(let failure), nil): outcome = .failed(failure)
      }
      return LiveHTTP(method: method, url: url, outcome: outcome, elapsed: elapsed)
    }
  }
#endif
