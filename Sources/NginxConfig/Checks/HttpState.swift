import SourceText

/// What the directives of `http`, `stream` or `mail` have said so far, as far as checks need it.
struct HttpState {
  var variables = VariableNames()

  /// The formats of logs; nginx finds them in any case of letters, but defines them in each.
  var formats = NameTable()
  var lowercasedFormats = NameTable()
  var upstreams = UpstreamNames()
  var addresses = ListenAddresses()

  /// What the last `listen` said.
  var lastListen: (word: ByteText, address: NginxAddress, texts: [(String, Int)])?

  /// The `server` blocks, in their order.
  var servers: [ServerRecord] = []

  /// The hashes of all locations with their blocks: one that was there before may be a repetition.
  var locations: Set<Int> = []

  /// The pairs of charsets that have a map.
  var charsetMaps: Set<Set<String>> = []

  /// The caches that `*_cache` directives name.
  var cacheUses: [CacheUse] = []

  /// Only `http` has a format of logs of its own.
  init(isHTTP: Bool = true) {
    guard isHTTP else { return }
    _ = formats.insert(ByteText("combined".utf8))
    _ = lowercasedFormats.insert(ByteText("combined".utf8))
  }
}

/// A `server` block, as far as the checks at the end of `http` need it.
struct ServerRecord {
  let directive: Int32
  var hasListen = false

  /// Whether its last name that is a pattern captures.
  var hasCaptures = false

  /// The first `listen … ssl` or `ssl on`.
  var secure: (directive: Int32, name: String)?

  /// The `server_name`s.
  var names: [Int32] = []

  /// Whether two locations of one block may be the same.
  var mayRepeatLocations = false
}

/// A use of a cache: `proxy_cache` and its kin.
struct CacheUse {
  let directive: Int32
  let zone: String
}

/// A zone of shared memory.
struct ZoneRecord {
  var size: Int
  let module: String
  let directive: Int32

  /// The text of the key that it is bound to.
  var key: String?
}

/// A fault that nginx comes upon only when it merges the levels of `http`.
struct DeferredFault {
  let fault: NginxFault
  let directive: Int32
}
