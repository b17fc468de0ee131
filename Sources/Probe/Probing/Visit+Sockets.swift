#if Probe
  import FoundationEssentials
  import Live

  extension Visit {
    /// Speaks to uWSGI's sockets and to its stats server, without nginx between.
    func speak() async {
      guard let seat else { return }
      let addresses = spokenAddresses
      await ask(seat, addresses.filter { $0.speech == .uwsgi }, as: .uwsgi)
      // Who does not answer uwsgi may speak HTTP: that is what the joint then tells.
      let silent = addresses.filter { notebook.seen.requests.direct[$0.address]?.answer == nil }
      await ask(seat, silent, as: .http)
      await askStats(seat)
    }

    /// The sockets of the container where an application is, or should be.
    private var spokenAddresses: [Promises.Upstream] {
      let seen = notebook.seen
      let upstreams = knownUpstreams
      let listening = upstreams.filter { upstream in
        if case .some(.some) = seen.listener(at: upstream.address) { true } else { false }
      }
      // A machine has sockets of many strangers; a container has only its own.
      guard upstreams.isEmpty, seen.container != nil else { return listening }
      return (seen.sockets ?? [])
        .filter {
          $0.family == .unix && $0.isListening && $0.address.hasPrefix("/")
            && !$0.address.contains("supervisor")
        }
        .map { Promises.Upstream(address: $0.address, speech: .uwsgi) }
    }

    /// What the configuration or the log names: nginx's upstreams, and uWSGI's sockets without it.
    private var knownUpstreams: [Promises.Upstream] {
      let upstreams = notebook.judge.upstreams.map(\.value)
      guard upstreams.isEmpty else { return upstreams }
      return notebook.promises.uwsgiSockets.map { socket in
        let address = socket.value.address
        return Promises.Upstream(
          address: address.hasPrefix("*:") ? "127.0.0.1\(address.dropFirst())" : address,
          speech: socket.value.speech)
      }
    }

    private func ask(
      _ seat: any Seat, _ upstreams: [Promises.Upstream], as speech: Promises.Upstream.Speech
    ) async {
      guard !upstreams.isEmpty else { return }
      let bytes =
        speech == .uwsgi
        ? UwsgiPacket(method: "GET", path: "/", host: "localhost").bytes ?? []
        : Array(Self.plainRequest.utf8)
      let calls = upstreams.map { Exchange(address: $0.address, bytes: bytes) }
      do {
        let results = try await seat.exchange(calls, survey: notebook.survey)
        for (upstream, result) in zip(upstreams, results) {
          let http = result.http(method: "GET", url: "\(speech.rawValue):\(upstream.address)/")
          // A guess, or an attempt in the other language, counts only where it is answered.
          let isAttempt = speech == .http && upstream.speech == .uwsgi || !isKnown(upstream)
          if isAttempt, http.answer == nil { continue }
          note { $0.requests.direct[upstream.address] = http }
        }
      } catch {
        note { $0.blindness = $0.blindness ?? "\(error)" }
      }
    }

    private func isKnown(_ upstream: Promises.Upstream) -> Bool {
      knownUpstreams.contains { $0.address == upstream.address }
    }

    /// The stats server needs no request: it writes its document and closes.
    private func askStats(_ seat: any Seat) async {
      guard let address = notebook.promises.stats?.value else { return }
      let call = Exchange(address: address, bytes: [])
      guard let result = try? await seat.exchange([call], survey: notebook.survey).first
      else { return }
      let stats = try? JSONDecoder().decode(UwsgiStats.self, from: Data(result.bytes))
      let outcome: LiveHTTP.Outcome =
        stats == nil
        ? .failed(result.failure ?? .malformed("no JSON"))
        : .answered(HTTPAnswer(status: 200, body: result.bytes))
      note { seen in
        seen.workers = stats?.workers
        seen.requests.stats = LiveHTTP(
          method: "READ", url: address, outcome: outcome, elapsed: result.elapsed)
      }
    }
  }

  extension Notebook {
    /// What was surveyed, for a seat that needs it to speak.
    var survey: Survey {
      let seen = seen
      var survey = Survey()
      survey.processes = seen.processes ?? []
      survey.sockets = seen.sockets ?? []
      survey.python = seen.python
      return survey
    }
  }
#endif
