#if Probe
  import Live

  extension Visit {
    /// Speaks to all sockets that are known, at one time: supervisord's, uWSGI's, its stats server's.
    func speak(to addresses: [Promises.Upstream]) async {
      let promises = notebook.promises
      let others = [
        supervisorAddress.map { Conversation.supervisord(at: $0) },
        promises.stats.map { Conversation.stats(at: $0.value) },
      ]
      await hold(others.compactMap { $0 } + addresses.map { application($0, in: $0.ownSpeech) })
      note { seen in
        if seen.programs == nil { seen.programs = SupervisorLog.programs(seen.log) }
      }
    }

    /// Speaks to sockets that the log has named since, and the other language where one is not answered.
    ///
    /// Whether that one is understood there is what the joint then tells.
    func speakAgain(besides spoken: [Promises.Upstream]) async {
      let addresses = spokenAddresses
      let new = addresses.filter { !spoken.contains($0) }
      await hold(new.map { application($0, in: $0.ownSpeech) })
      let direct = notebook.seen.requests.direct
      let silent = addresses.filter { direct[$0.address]?.answer == nil }
      await hold(silent.map { application($0, in: $0.ownSpeech == .uwsgi ? .http : .uwsgi) })
    }

    /// The sockets of the container where an application is, or should be.
    var spokenAddresses: [Promises.Upstream] {
      let seen = notebook.seen
      let upstreams = knownUpstreams
      let listening = upstreams.filter { upstream in
        if case .some(.some) = seen.listener(at: upstream.address) { return true }
        // One that nobody here has bound may be of a container that shares the folder.
        return seen.files[upstream.address]?.kind == .socket
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

    /// Where supervisord listens: by its configuration, else by the socket's name.
    private var supervisorAddress: String? {
      let listening = (notebook.seen.sockets ?? []).filter(\.isListening).map(\.address)
      let guess = listening.first { $0.hasPrefix("/") && $0.contains("supervisor") }
      let address = notebook.promises.supervisorSocket?.value ?? guess
      return address.flatMap { listening.contains($0) ? $0 : nil }
    }

    /// A guess, or an attempt in the other language, counts only where it is answered.
    private func application(
      _ upstream: Promises.Upstream, in speech: Promises.Upstream.Speech
    ) -> Conversation {
      let isKnown = knownUpstreams.contains { $0.address == upstream.address }
      return .application(
        at: upstream.address, in: speech, isAttempt: !isKnown || upstream.speech != speech)
    }

    /// Holds conversations at one time: who is not answered in one waits in none of the others.
    private func hold(_ conversations: [Conversation]) async {
      guard let seat, !conversations.isEmpty else { return }
      do {
        let results = try await seat.exchange(
          conversations.map(\.exchange), survey: notebook.survey)
        note { seen in
          for (conversation, result) in zip(conversations, results) {
            conversation.note(result, &seen)
          }
        }
      } catch {
        note { $0.blindness = $0.blindness ?? "\(error)" }
      }
    }
  }

  extension Promises.Upstream {
    /// The language in which a probe speaks first; uWSGI is there for those that it does not know.
    fileprivate var ownSpeech: Speech { speech == .http ? .http : .uwsgi }
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
