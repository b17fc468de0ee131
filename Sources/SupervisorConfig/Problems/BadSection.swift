/// Why supervisord refuses a section as a whole.
package enum BadSection: Hashable, Sendable {
  case unknownMember(section: String, program: String)
  case ambiguousMember(section: String, program: String)
  case badBufferSize(section: String, size: Int)
  case noEvents(section: String)
  case unknownEvent(String, section: String)
  case listenerRedirectsStderr(section: String)
  case badBacklog(Int)
  case badSocketOwner(String)
  case badSocketMode(String)
  case noSocket(section: String)

  /// The reason is supervisord's own.
  case badSocket(String, section: String)
  case noFile(section: String)
  case noPort(section: String)
  case incompleteAuthentication(section: String)
  case badServerOwner(String)
  case badServerMode(String)
  case noFactory(section: String, key: String)
  case unresolvedFactory(String, section: String)
  case badEntryPoint(String)
}

extension BadSection {
  /// The sentence of supervisor 4.2.5.
  package var message: String {
    switch self {
    case .unknownMember(let section, let program):
      "[\(section)] names unknown program or fcgi-program \(program)"
    case .ambiguousMember(let section, let program):
      "[\(section)] name \(program) is ambiguous (exists as program and fcgi-program)"
    case .badBufferSize(let section, let size):
      "[\(section)] section sets invalid buffer_size (\(size))"
    case .noEvents(let section): "[\(section)] section requires an \"events\" line"
    case .unknownEvent(let name, let section): "Unknown event type \(name) in [\(section)] events"
    case .listenerRedirectsStderr(let section):
      "[\(section)] section sets redirect_stderr=true but this is not allowed because it will "
        + "interfere with the eventlistener protocol"
    case .badBacklog(let number): "Invalid socket_backlog value \(number)"
    case .badSocketOwner(let text): "Invalid socket_owner value \(text)"
    case .badSocketMode(let text): "Invalid socket_mode value \(text)"
    case .noSocket(let section): "[\(section)] section requires a \"socket\" line"
    case .badSocket(let reason, let section): "\(reason) in [\(section)] socket"
    case .noFile(let section): "section [\(section)] has no file value"
    case .noPort(let section): "section [\(section)] has no port value"
    case .incompleteAuthentication(let section):
      "Section [\(section)] contains incomplete authentication: If a username or a password is "
        + "specified, both the username and password must be specified"
    case .badServerOwner(let text): "Invalid sockchown value \(text)"
    case .badServerMode(let text): "Invalid chmod value \(text)"
    case .noFactory(let section, let key): "section [\(section)] does not specify a \(key)"
    case .unresolvedFactory(let name, let section):
      "\(name) cannot be resolved within [\(section)]"
    case .badEntryPoint(let text):
      "(\"EntryPoint must be in 'name=module:attrs [extras]' format\", \(text.pythonRepr))"
    }
  }
}
