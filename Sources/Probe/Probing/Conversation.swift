#if Probe
  import FoundationEssentials
  import Live

  /// What is said to a socket of the stack, and how the answer is noted.
  struct Conversation: Sendable {
    var exchange: Exchange
    var note: @Sendable (ExchangeResult, inout Observation) -> Void

    /// A request to a socket of an application, in the language of uWSGI or of HTTP.
    ///
    /// An attempt may fail: only its success is noted.
    static func application(
      at address: String, in speech: Promises.Upstream.Speech, isAttempt: Bool
    ) -> Conversation {
      let bytes =
        speech == .uwsgi
        ? UwsgiPacket(method: "GET", path: "/", host: "localhost").bytes ?? []
        : Array(Visit.plainRequest.utf8)
      return Conversation(exchange: Exchange(address: address, bytes: bytes)) { result, seen in
        let http = result.http(method: "GET", url: "\(speech.rawValue):\(address)/")
        if !isAttempt || http.answer != nil { seen.requests.direct[address] = http }
      }
    }

    /// Asks supervisord for its programs.
    static func supervisord(at address: String) -> Conversation {
      let exchange = Exchange(address: address, bytes: SupervisorAnswers.request())
      return Conversation(exchange: exchange) { result, seen in
        let http = result.http(method: "POST", url: "\(address)/RPC2")
        seen.requests.supervisor = http
        seen.programs = http.answer.flatMap { SupervisorAnswers.programs($0.body) }
      }
    }

    /// The stats server needs no request: it writes its document and closes.
    static func stats(at address: String) -> Conversation {
      Conversation(exchange: Exchange(address: address, bytes: [])) { result, seen in
        let stats = try? JSONDecoder().decode(UwsgiStats.self, from: Data(result.bytes))
        let outcome: LiveHTTP.Outcome =
          stats == nil
          ? .failed(result.failure ?? .malformed("no JSON"))
          : .answered(HTTPAnswer(status: 200, body: result.bytes))
        seen.workers = stats?.workers
        seen.requests.stats = LiveHTTP(
          method: "READ", url: address, outcome: outcome, elapsed: result.elapsed)
      }
    }
  }
#endif
