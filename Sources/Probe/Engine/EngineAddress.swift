#if Probe
  /// Where a container engine listens: Docker's, or Podman's socket that speaks the same.
  package enum EngineAddress: Hashable, Sendable {
    case socket(String)

    /// `tls` names the folder of `ca.pem`, `cert.pem` and `key.pem`.
    case tcp(host: String, port: Int, tls: String?)

    /// Reads the variables that Docker's own client reads.
    ///
    /// - Throws: `EngineError.address` for a form that is not understood.
    package init(environment: [String: String], isSocket: (String) -> Bool) throws(EngineError) {
      guard let host = environment["DOCKER_HOST"], !host.isEmpty else {
        let found = Self.usualSockets(environment).first(where: isSocket)
        self = .socket(found ?? "/var/run/docker.sock")
        return
      }
      let parts = host.split(separator: "://", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw .address(host) }
      switch parts[0] {
      case "unix": self = .socket(parts[1])
      case "tcp", "http", "https":
        let isVerified = !(environment["DOCKER_TLS_VERIFY"] ?? "").isEmpty || parts[0] == "https"
        let folder = environment["DOCKER_CERT_PATH"] ?? (environment["HOME"] ?? "") + "/.docker"
        self = try Self.tcp(parts[1], tls: isVerified ? folder : nil)
      default: throw .address(host)
      }
    }

    private static func tcp(_ text: String, tls: String?) throws(EngineError) -> EngineAddress {
      let authority = text.prefix { $0 != "/" }
      guard let colon = authority.lastIndex(of: ":"), !authority.hasSuffix("]") else {
        return .tcp(host: String(authority), port: tls == nil ? 2375 : 2376, tls: tls)
      }
      guard let port = Int(authority[authority.index(after: colon)...]) else {
        throw .address(text)
      }
      return .tcp(host: String(authority[..<colon]), port: port, tls: tls)
    }

    private static func usualSockets(_ environment: [String: String]) -> [String] {
      let runtime = environment["XDG_RUNTIME_DIR"].map {
        ["\($0)/docker.sock", "\($0)/podman/podman.sock"]
      }
      return ["/var/run/docker.sock", "/run/docker.sock"] + (runtime ?? [])
        + ["/run/podman/podman.sock"]
    }

    /// The host on which published ports are reached; nil where it is this machine.
    var publishedHost: String? {
      switch self {
      case .socket: nil
      case .tcp(let host, _, _): host
      }
    }

    /// As `DOCKER_HOST` names it.
    var name: String {
      switch self {
      case .socket(let path): "unix://\(path)"
      case .tcp(let host, let port, _): "tcp://\(host):\(port)"
      }
    }

    /// What requests to the engine begin with.
    var base: String {
      switch self {
      case .socket(let path): "http+unix://\(path.percentEncoded)"
      case .tcp(let host, let port, let tls): "\(tls == nil ? "http" : "https")://\(host):\(port)"
      }
    }
  }

  extension String {
    /// With everything but RFC 3986's unreserved characters encoded.
    var percentEncoded: String {
      utf8.map { byte in
        let character = Character(UnicodeScalar(byte))
        let isPlain = character.isASCII && (character.isLetter || character.isNumber)
        if isPlain || "-._~".contains(character) { return String(character) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count == 1 ? "0" : "") + digits
      }.joined()
    }
  }
#endif
