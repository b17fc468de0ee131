#if Probe
  import AsyncHTTPClient
  @preconcurrency @unsafe import Glibc
  import Live
  import NIOCore
  import NIOHTTP1
  import NIOPosix
  import NIOSSL

  extension ExchangeFailure {
    /// What an error of the network's libraries means.
    init(_ error: any Error, receivedBytes: Int) {
      switch error {
      case is DeadlineExceeded: self = .answerTimedOut
      case is CancellationError: self = .interrupted
      case let error as HTTPClientError: self.init(error, receivedBytes: receivedBytes)
      case let error as NIOConnectionError: self.init(error)
      case let error as IOError: self.init(errno: error.errnoCode, receivedBytes: receivedBytes)
      case HTTPParserError.invalidEOFState: self = .closed(bytes: receivedBytes)
      case let error as HTTPParserError: self = .malformed("\(error)")
      case let error as NIOSSLError: self = .certificate(Self.reason(error))
      case let error as BoringSSLError: self = .certificate(Self.reason(error))
      case is NIOSSLExtraError: self = .certificate("the name in the certificate is another one")
      case ChannelError.connectTimeout: self = .connectTimedOut
      case ChannelError.ioOnClosedChannel, ChannelError.alreadyClosed, ChannelError.outputClosed:
        self = .closed(bytes: receivedBytes)
      default: self = .other(Self.brief(error))
      }
    }

    private init(_ error: HTTPClientError, receivedBytes: Int) {
      switch error {
      case .connectTimeout: self = .connectTimedOut
      case .deadlineExceeded, .readTimeout: self = .answerTimedOut
      case .remoteConnectionClosed: self = .closed(bytes: receivedBytes)
      case .cancelled: self = .interrupted
      default: self = .other(Self.brief(error))
      }
    }

    private init(_ error: NIOConnectionError) {
      if error.dnsAError != nil, error.connectionErrors.isEmpty {
        self = .unreachable("the name \(error.host) does not resolve")
      } else if let first = error.connectionErrors.first {
        self.init(first.error, receivedBytes: 0)
      } else {
        self = .unreachable("\(error.host):\(error.port)")
      }
    }

    init(errno code: CInt, receivedBytes: Int) {
      switch code {
      case ECONNREFUSED: self = .refused
      case ECONNRESET, EPIPE: self = .closed(bytes: receivedBytes)
      case ENOENT: self = .noSuchSocket
      case EACCES, EPERM: self = .forbidden
      case ETIMEDOUT: self = .connectTimedOut
      case EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL: self = .unreachable("no way there")
      default: self = .other("error \(code)")
      }
    }

    private static func reason(_ error: any Error) -> String {
      let text = "\(error)"
      if text.contains("CERTIFICATE_VERIFY_FAILED") {
        return "it is expired, not yet valid, for another name, or signed by nobody known"
      }
      if text.contains("_ALERT_") { return "the other side does not take this one's" }
      return brief(error)
    }

    private static func brief(_ error: any Error) -> String {
      String("\(error)".prefix(200))
    }
  }
#endif
