#if Probe
  import Live

  /// What the URLs of a stack begin with.
  enum Origin: Sendable {
    /// The user gave it.
    case url(String)

    /// The ports of a container, which its engine publishes on a host; nil where that is this machine.
    case container(engineHost: String?)

    /// The ports of this machine.
    case local

    /// The beginning without a slash at its end; nil where nothing can be asked from outside.
    func text(_ judge: Judge) -> String? {
      switch self {
      case .url(let url): return url.hasSuffix("/") ? String(url.dropLast()) : url
      case .local:
        // A machine has ports of many strangers: only one that nginx promises is asked.
        guard !judge.promises.listens.isEmpty, let asked = judge.askedPort else { return nil }
        return Self.text("127.0.0.1", asked.port, asked)
      case .container(let engineHost):
        guard let asked = judge.askedPort else { return nil }
        if let published = asked.published {
          return Self.text(
            engineHost ?? published.reachableAddress, published.hostPort, asked)
        }
        // Where the engine is this machine's, its networks are often within reach.
        guard engineHost == nil, judge.seen.requests.isReachable != false,
          let address = judge.seen.container?.address
        else { return nil }
        return Self.text(address, asked.port, asked)
      }
    }

    private static func text(_ host: String, _ port: Int, _ asked: AskedPort) -> String {
      "\(asked.hasTLS ? "https" : "http")://\(host):\(port)"
    }
  }

  extension LiveContainer.PublishedPort {
    /// Where this machine reaches a port that its own engine publishes.
    fileprivate var reachableAddress: String {
      if ["", "0.0.0.0", "::"].contains(hostAddress) { return "127.0.0.1" }
      return hostAddress.contains(":") ? "[\(hostAddress)]" : hostAddress
    }
  }
#endif
