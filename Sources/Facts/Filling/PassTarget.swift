/// The parameter of a `*_pass` directive, or of a `server` in an upstream, read as nginx reads it.
struct PassTarget {
  /// What requests are passed to.
  enum Kind: Hashable {
    case address(Address)

    /// The name of an upstream, or a host without a port.
    case name(String)

    /// A variable decides.
    case variable
  }

  let kind: Kind

  /// Whether TLS is spoken, as the scheme says.
  let hasTLS: Bool

  /// Whether a variable gives the address.
  var isResolvedLate = false

  /// Reads the parameter of `uwsgi_pass` and its like.
  init(_ text: String, directive: String) {
    let scheme = Self.scheme(of: text)
    hasTLS = scheme == "https" || scheme == "suwsgi" || scheme == "grpcs"
    var rest = scheme.map { text.dropFirst($0.count + 3) } ?? text[...]
    // Only proxy_pass takes a URI; elsewhere a colon after the path is part of the path.
    let takesURI = directive == "proxy_pass" && scheme != nil
    let isSocket = rest.lowercased().hasPrefix("unix:")
    if isSocket { rest = rest.dropFirst("unix:".count) }
    if takesURI { rest = Self.withoutURI(rest, isSocket: isSocket) }
    guard !rest.hasDollar else {
      kind = .variable
      return
    }
    if isSocket {
      kind = .address(Address(path: String(rest)))
      return
    }
    let defaultPort = directive == "proxy_pass" ? (scheme == "https" ? 443 : 80) : nil
    kind = Self.hostAndPort(String(rest), defaultPort: defaultPort)
  }

  /// What stands before the URI, which may begin with a variable that begins with a slash.
  private static func withoutURI(_ text: Substring, isSocket: Bool) -> Substring {
    if isSocket { return text.lastIndex(of: ":").map { text[..<$0] } ?? text }
    let starts = ["/", "$request_uri", "$uri", "$document_uri"].compactMap {
      text.firstRange(of: $0)?.lowerBound
    }
    return starts.min().map { text[..<$0] } ?? text
  }

  private static func scheme(of text: String) -> String? {
    for scheme in ["http", "https", "uwsgi", "suwsgi", "fastcgi", "scgi", "grpc", "grpcs"]
    where text.lowercased().hasPrefix("\(scheme)://") {
      return scheme
    }
    return nil
  }

  /// A host without a port may be an upstream: only who knows them all can tell.
  private static func hostAndPort(_ text: String, defaultPort: Int?) -> Kind {
    let bracket = text.lastIndex(of: "]") ?? text.startIndex
    guard let colon = text[bracket...].lastIndex(of: ":") else { return .name(text) }
    guard let port = Int(text[text.index(after: colon)...]) ?? defaultPort else {
      return .name(text)
    }
    return .address(Address(host: String(text[..<colon]), port: port))
  }
}
