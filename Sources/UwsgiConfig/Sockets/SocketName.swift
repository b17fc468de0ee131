/// A socket's name as uWSGI reads it (`core/socket.c`).
enum SocketName: Equatable {
  case unix(String)
  case abstract(String)
  case tcp(host: String, port: Int)

  /// Read as host and port, but no host can have such a name: it ends at 255.255.255.255.
  case unresolvable(port: Int)

  /// An address of this machine that begins so, such as `10.*`.
  case pattern(port: Int)
  case descriptor(Int)
  case shared(Int)
  case empty

  /// Reads the name of a worker's or a shared socket: a colon anywhere makes it TCP.
  init(_ text: String, isAbstract: Bool) {
    let name = String(text.drop { $0 == " " || $0 == "\t" })
    if name.isEmpty {
      self = .empty
    } else if name.hasPrefix("=") {
      self = .shared(Self.number(name.dropFirst()))
    } else if name.hasPrefix("fd://") {
      self = .descriptor(Self.number(name.dropFirst(5)))
    } else if let colon = name.lastIndex(of: ":") {
      let port = Self.number(name[name.index(after: colon)...]) & 0xffff
      self = Self.tcp(String(name[..<colon]), port: port)
    } else if name.hasPrefix("@") {
      self = .abstract(String(name.dropFirst()))
    } else if name.hasPrefix("\\0") {
      self = .abstract(String(name.dropFirst(2)))
    } else {
      self = isAbstract ? .abstract(name) : .unix(name)
    }
  }

  private static func tcp(_ host: String, port: Int) -> SocketName {
    if host.isEmpty { return .tcp(host: "0.0.0.0", port: port) }
    if host.hasPrefix("["), host.hasSuffix("]") {
      return .tcp(host: String(host.dropFirst().dropLast()), port: port)
    }
    if host.contains("*") { return .pattern(port: port) }
    if host == "localhost" { return .tcp(host: "127.0.0.1", port: port) }
    let isHostName = host.utf8.allSatisfy { byte in
      byte == 45 || byte == 46 || byte == 95 || (48...57).contains(byte)
        || (65...90).contains(byte) || (97...122).contains(byte)
    }
    let isScheme = host == "unix" || host == "tcp"
    return isHostName && !isScheme ? .tcp(host: host, port: port) : .unresolvable(port: port)
  }

  /// What `atoi` makes of a text.
  private static func number(_ text: Substring) -> Int {
    let range = NumberRange(UwsgiText(text), unknowns: [])
    return Int(Int32(truncatingIfNeeded: range.lower))
  }
}
