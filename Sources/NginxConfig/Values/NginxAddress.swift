/// An address with a port, as `ngx_parse_url` reads it for `listen` and `*_pass`.
struct NginxAddress {
  /// The host as it is written, or the path of a socket.
  private(set) var host: ByteText = []

  /// 0 for sockets, and where no port is written and there is no default.
  private(set) var port = 0

  /// The last port of a range in `listen`, or 0.
  private(set) var lastPort = 0

  /// Whether no port is written.
  private(set) var hasNoPort = false
  private(set) var uri: ByteText = []
  private(set) var form: Form = .name

  enum Form {
    case unix
    case version4([UInt8])
    case version6([UInt8])

    /// Any address of this machine.
    case wildcard

    /// A name that is still to be resolved.
    case name
  }

  /// nginx's words for what it refuses.
  struct Failure: Error {
    let reason: String
  }

  private let isListen: Bool
  private let mayHaveURI: Bool

  init(
    _ text: ByteText, isListen: Bool = false, mayHaveURI: Bool = false, defaultPort: Int
  ) throws(Failure) {
    self.isListen = isListen
    self.mayHaveURI = mayHaveURI
    if let path = text.afterIgnoringCase("unix:") {
      try readUnix(path)
    } else if text.first == Ascii.openBracket {
      try readVersion6(text, defaultPort: defaultPort)
    } else {
      try readName(text, defaultPort: defaultPort)
    }
  }

  private mutating func readUnix(_ path: ByteText) throws(Failure) {
    form = .unix
    host = path
    if mayHaveURI, let colon = path.firstIndex(of: UInt8(ascii: ":")) {
      uri = path[(colon + 1)...]
      host = path[..<colon]
    }
    if host.isEmpty { throw Failure(reason: "no path in the unix domain socket") }
    // The field `sun_path` has 108 bytes, the last of which is NUL.
    if host.count > 107 { throw Failure(reason: "too long path in the unix domain socket") }
  }

  private mutating func readVersion6(_ text: ByteText, defaultPort: Int) throws(Failure) {
    guard let close = text.firstIndex(of: Ascii.closeBracket) else {
      throw Failure(reason: "invalid host")
    }
    var rest = text[(close + 1)...]
    if let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
      guard mayHaveURI else { throw Failure(reason: "invalid host") }
      uri = rest[slash...]
      rest = rest[..<slash]
    }
    if rest.isEmpty {
      hasNoPort = true
      port = defaultPort
    } else {
      guard rest.first == UInt8(ascii: ":") else { throw Failure(reason: "invalid host") }
      try readPort(rest.dropFirst())
    }
    let inner = text[(text.startIndex + 1)..<close]
    if inner.isEmpty { throw Failure(reason: "no host") }
    host = text[...close]
    guard let address = NetworkAddress.version6(inner) else {
      throw Failure(reason: "invalid IPv6 address")
    }
    form = .version6(address)
  }

  private mutating func readName(_ text: ByteText, defaultPort: Int) throws(Failure) {
    var rest = text
    var colon = text.firstIndex(of: UInt8(ascii: ":"))
    if let start = text.firstIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }) {
      guard mayHaveURI else { throw Failure(reason: "invalid host") }
      uri = text[start...]
      rest = text[..<start]
      if let at = colon, start < at { colon = nil }
    }
    if let colon {
      try readPort(rest[(colon + 1)...])
      rest = rest[..<colon]
    } else {
      if isListen, uri.isEmpty, try readBarePort(rest) { return }
      hasNoPort = true
      port = defaultPort
      lastPort = 0
    }
    if rest.isEmpty { throw Failure(reason: "no host") }
    host = rest
    if isListen, rest.count == 1, rest.first == UInt8(ascii: "*") {
      form = .wildcard
    } else if let address = NetworkAddress.version4(rest) {
      form = address == [0, 0, 0, 0] ? .wildcard : .version4(address)
    }
  }

  private mutating func readPort(_ text: ByteText) throws(Failure) {
    var first = text
    if isListen, let dash = text.firstIndex(of: Ascii.hyphen) {
      lastPort = try portNumber(text[(dash + 1)...])
      first = text[..<dash]
    }
    port = try portNumber(first)
    if lastPort > 0, port > lastPort { throw Failure(reason: "invalid port range") }
  }

  private func portNumber(_ text: ByteText) throws(Failure) -> Int {
    guard let number = NginxNumber.integer(text), (1...65535).contains(number) else {
      throw Failure(reason: "invalid port")
    }
    return number
  }

  /// Reads `80` or `80-90`; false where the text is a host after all.
  private mutating func readBarePort(_ text: ByteText) throws(Failure) -> Bool {
    var first = text
    var last: Int?
    if let dash = text.firstIndex(of: Ascii.hyphen) {
      guard let number = NginxNumber.integer(text[(dash + 1)...]) else { return false }
      last = number
      first = text[..<dash]
    }
    guard let number = NginxNumber.integer(first) else { return false }
    guard (1...65535).contains(number), (1...65535).contains(last ?? 1) else {
      throw Failure(reason: "invalid port")
    }
    if let last, number > last { throw Failure(reason: "invalid port range") }
    port = number
    lastPort = last ?? 0
    form = .wildcard
    return true
  }
}
