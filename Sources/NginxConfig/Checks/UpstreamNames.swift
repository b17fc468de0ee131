import SourceText

/// The upstreams that a configuration defines or merely names.
struct UpstreamNames {
  struct Entry {
    let host: ByteText
    var port: Int
    let hasNoPort: Bool

    /// Whether it is an `upstream` block.
    var isBlock: Bool

    /// Whether all servers of the block are spare ones.
    var hasOnlyBackups = false

    /// Whether its address is known without asking for a name.
    var isResolved: Bool

    /// Whether somebody must ask for its name.
    let directive: Int32
    let file: SourceFile.ID
    let offset: Int32
  }

  private var names = NameTable()

  /// The entries of each name.
  private var byName: [[Int32]] = []

  /// All entries in the order in which nginx came upon them.
  private(set) var entries: [Entry] = []

  /// The entries of a host, in the order in which nginx came upon them.
  func numbers(of host: ByteText) -> [Int32] {
    names.number(of: host.lowercased).map { byName[$0] } ?? []
  }

  mutating func append(_ entry: Entry) {
    let (name, isNew) = names.insert(entry.host.lowercased)
    if isNew { byName.append([]) }
    byName[name].append(Int32(entries.count))
    entries.append(entry)
  }

  mutating func update(_ number: Int32, _ change: (inout Entry) -> Void) {
    change(&entries[Int(number)])
  }
}

/// An `upstream` block that is open.
struct UpstreamRecord {
  /// Its number among the entries; nil where nginx refuses it.
  var number: Int32?
  var serverCount = 0

  /// Whether a balancing method stands before, which a second one replaces.
  var hasMethod = false

  /// Whether the method knows spare servers.
  var allowsBackup = true

  /// Whether every server so far is a spare one, which leaves none to use first.
  var hasOnlyBackups = true
}
