/// Where something listens or connects to, in one spelling.
struct Address: Hashable {
  enum Family: String {
    case unix
    case abstract
    case tcp
  }

  let family: Family

  /// The path of a unix socket, or an abstract name.
  let path: String?

  /// The host of a tcp address; `*` for all of them.
  let host: String?
  let port: Int?

  /// A unix socket; repeated slashes are one, as the kernel sees them.
  init(path: String) {
    family = .unix
    self.path = path.withoutRepeatedSlashes
    host = nil
    port = nil
  }

  init(abstract name: String) {
    family = .abstract
    path = name
    host = nil
    port = nil
  }

  init(host: String, port: Int) {
    family = .tcp
    path = nil
    self.host = Self.normalised(host)
    self.port = port
  }

  /// How people write it.
  var text: String {
    switch family {
    case .unix: path ?? ""
    case .abstract: "@\(path ?? "")"
    case .tcp: "\(host ?? "*"):\(port ?? 0)"
    }
  }

  /// Whether it is on this machine whatever the network says.
  var isLocal: Bool {
    guard let host, family == .tcp else { return true }
    return host == "*" || host.hasPrefix("127.") || host == "[::1]"
  }

  /// Whether who listens here answers who connects there.
  func answers(_ other: Address) -> Bool {
    guard family == .tcp, other.family == .tcp else { return self == other }
    // Who connects to all addresses reaches this machine.
    let isHost = host == "*" || host == other.host || (host == "127.0.0.1" && other.host == "*")
    return port == other.port && isHost
  }

  private static func normalised(_ host: String) -> String {
    switch host.lowercased() {
    case "", "*", "0.0.0.0", "[::]", "::": "*"
    case "localhost": "127.0.0.1"
    case "::1": "[::1]"
    case let other: other
    }
  }
}

extension String {
  /// `//run///a.sock` as `/run/a.sock`.
  var withoutRepeatedSlashes: String {
    let slash = UInt8(ascii: "/")
    guard zip(utf8, utf8.dropFirst()).contains(where: { $0 == slash && $1 == slash }) else {
      return self
    }
    let parts = split(separator: "/", omittingEmptySubsequences: true).joined(separator: "/")
    return hasPrefix("/") ? "/\(parts)" : parts
  }

  /// The folder that a path is in.
  var folder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
