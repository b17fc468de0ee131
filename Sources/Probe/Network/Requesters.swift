#if Probe
  import AsyncHTTPClient
  import NIOSSL

  /// Who sends a probe's requests.
  struct Requesters: Sendable {
    /// Looks at certificates as a browser does: for what the user names by its name.
    let strict: HTTPRequester

    /// Takes any certificate: a container that is asked by its address has none for that.
    let lenient: HTTPRequester

    private let clients: [HTTPClient]

    init(_ limits: Limits) {
      var anyone = TLSConfiguration.makeClientConfiguration()
      anyone.certificateVerification = .none
      let clients = [nil, anyone].map { HTTPRequester.makeClient(limits, tls: $0) }
      strict = HTTPRequester(clients[0], limits: limits)
      lenient = HTTPRequester(clients[1], limits: limits)
      self.clients = clients
    }

    func shutdown() async throws {
      for client in clients { try await client.shutdown() }
    }
  }
#endif
