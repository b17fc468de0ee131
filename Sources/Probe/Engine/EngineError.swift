#if Probe
  package import Live

  /// Why the engine could not be asked.
  package enum EngineError: Error, CustomStringConvertible {
    case address(String)

    /// The folder of the certificates, which lacks one of them or has one that is none.
    case certificates(String)
    case unreachable(String, ExchangeFailure)

    /// The engine is older than any API that the probe speaks.
    case tooOld(String)
    case noSuchContainer(String)

    /// The engine refused; the text is its own.
    case refused(status: Int, String)

    /// What came is not what the API promises.
    case garbled(String)

    package var description: String {
      switch self {
      case .address(let text): "`\(text)` is no address of a container engine"
      case .certificates(let folder):
        "the engine's `ca.pem`, `cert.pem` and `key.pem` cannot be read in `\(folder)`"
      case .unreachable(let address, let failure): "the engine at \(address) \(failure.clause)"
      case .tooOld(let version): "the engine speaks API \(version), which is older than 1.24"
      case .noSuchContainer(let name):
        "there is no container `\(name)`, and no compose project of that name; `docker ps -a` lists them"
      case .refused(let status, let text): "the engine answers \(status): \(text)"
      case .garbled(let what): "the engine's answer is not what its API promises: \(what)"
      }
    }
  }
#endif
