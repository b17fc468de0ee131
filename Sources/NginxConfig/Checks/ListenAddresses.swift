/// The addresses that servers listen on, each in nginx's spelling.
struct ListenAddresses {
  struct Entry {
    /// The servers that listen on it, by their number in the order of the file.
    var servers: [Int32]

    /// Whether a `listen` has set options of the socket.
    var hasOptions: Bool
    var hasDefaultServer: Bool

    /// The server that answers where no name fits.
    var defaultServer: Int32
    let isWildcard: Bool
    let family: Int
    let port: Int
    var binds: Bool
    var isSecure: Bool
    var protocols = ListenProtocols()
  }

  private var names = NameTable()
  private(set) var entries: [Entry] = []

  func text(_ number: Int) -> String {
    names[number].printable
  }

  /// The number of an address, and whether it is new.
  mutating func insert(_ address: String, _ make: () -> Entry) -> (number: Int, isNew: Bool) {
    let (number, isNew) = names.insert(ByteText(address.utf8))
    if isNew { entries.append(make()) }
    return (number, isNew)
  }

  mutating func update(_ number: Int, _ change: (inout Entry) -> Void) {
    change(&entries[number])
  }

  /// The sockets that they need: one for all addresses of a port takes in those without options.
  var socketCount: Int {
    let wildcards = Set(entries.filter(\.isWildcard).map { [$0.family, $0.port] })
    return entries.count { entry in
      entry.isWildcard || entry.binds || !wildcards.contains([entry.family, entry.port])
    }
  }

  /// The numbers of the addresses in the order in which nginx takes them up (`ngx_http_optimize_servers`).
  var order: [Int] {
    var ports: [[Int]: Int] = [:]
    for (number, entry) in entries.enumerated() {
      let port = [entry.family, entry.port]
      if ports[port] == nil { ports[port] = number }
    }
    func key(_ number: Int) -> [Int] {
      let entry = entries[number]
      let first = ports[[entry.family, entry.port]] ?? number
      return [first, entry.isWildcard ? 1 : 0, entry.binds ? 0 : 1, number]
    }
    return entries.indices.map(key).sorted { $0.lexicographicallyPrecedes($1) }.map { $0[3] }
  }
}
