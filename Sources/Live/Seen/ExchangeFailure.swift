/// Why a request got no whole answer.
package enum ExchangeFailure: Error, Hashable, Sendable {
  case refused
  case unreachable(String)
  case noSuchSocket
  case forbidden
  case connectTimedOut

  /// The connection was made and nothing came within the limit.
  case answerTimedOut

  /// An answer began and did not end within the limit.
  case bodyTimedOut(bytes: Int)

  /// The other side closed before the answer was whole.
  case closed(bytes: Int)
  case malformed(String)
  case redirectLoop(String)
  case certificate(String)
  case interrupted
  case other(String)

  /// What happened, as the end of a sentence whose subject is the request.
  package var clause: String {
    switch self {
    case .refused: "was refused: nothing listens there"
    case .unreachable(let why): "did not get there: \(why)"
    case .noSuchSocket: "found no socket there"
    case .forbidden: "was not permitted (13: Permission denied)"
    case .connectTimedOut: "could not connect in time"
    case .answerTimedOut: "was accepted, but not answered in time"
    case .bodyTimedOut(let bytes): "got \(bytes) bytes of an answer that did not end in time"
    case .closed(let bytes) where bytes == 0: "was closed without an answer"
    case .closed(let bytes): "was closed after \(bytes) bytes of an unfinished answer"
    case .malformed(let why): "was answered with something that is not HTTP (\(why))"
    case .redirectLoop(let where_): "is redirected for ever (\(where_))"
    case .certificate(let why): "was stopped at the certificate: \(why)"
    case .interrupted: "was interrupted"
    case .other(let why): "failed: \(why)"
    }
  }
}
