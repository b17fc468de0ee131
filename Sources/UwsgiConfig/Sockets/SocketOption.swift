/// The options that make sockets: who accepts there, and what is spoken.
struct SocketOption {
  let role: UwsgiSocket.Role

  /// Nil where `protocol` says it.
  let protocolName: String?

  init?(_ name: String) {
    guard let found = Self.table[name] else { return nil }
    role = found.role
    protocolName = found.protocolName
  }

  private static let table: [String: (role: UwsgiSocket.Role, protocolName: String?)] = [
    "socket": (.worker, nil),
    "uwsgi-socket": (.worker, "uwsgi"),
    "suwsgi-socket": (.worker, "suwsgi"),
    "ssl-socket": (.worker, "suwsgi"),
    "http-socket": (.worker, "http"),
    "http11-socket": (.worker, "http"),
    "https-socket": (.worker, "https"),
    "fastcgi-socket": (.worker, "fastcgi"),
    "fastcgi-nph-socket": (.worker, "fastcgi"),
    "scgi-socket": (.worker, "scgi"),
    "scgi-nph-socket": (.worker, "scgi"),
    "raw-socket": (.worker, "raw"),
    "puwsgi-socket": (.worker, "puwsgi"),
    "shared-socket": (.shared, nil),
    "undeferred-shared-socket": (.shared, nil),
    "http": (.router, "http"),
    "httprouter": (.router, "http"),
    "https": (.router, "https"),
    "https2": (.router, "https"),
    "http-to-https": (.router, "http"),
    "fastrouter": (.router, "uwsgi"),
    "rawrouter": (.router, "raw"),
    "sslrouter": (.router, "https"),
    "sslrouter2": (.router, "https"),
    "stats": (.stats, "stats"),
    "stats-server": (.stats, "stats"),
  ]

  /// The protocols that `protocol` may name.
  static let protocols: Set<String> = [
    "uwsgi", "http", "http11", "https", "fastcgi", "fastcgi-nph", "scgi", "scgi-nph", "raw",
    "puwsgi", "suwsgi",
  ]
}
