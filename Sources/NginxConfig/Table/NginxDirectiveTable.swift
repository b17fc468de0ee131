internal import SourceText

/// Every directive of nginx, its modules and the common third-party modules.
package struct NginxDirectiveTable: Sendable {
  /// The entries in nginx's order; a name may have several.
  package private(set) var commands: [NginxCommand] = []

  /// The next entry of the same name, or -1.
  private var following: [Int16] = []

  /// The first entry of each name, by the name's hash.
  private var buckets: [Int16]
  private let bucketMask: Int

  /// The table that comes with the program.
  package static let standard = NginxDirectiveTable(rows: DirectiveRows.text)

  init(rows: String) {
    buckets = Array(repeating: -1, count: 8192)
    bucketMask = 8191
    commands.reserveCapacity(1800)
    for var row in TabbedTable(rows) {
      add(NginxCommand(row: &row, id: Int16(commands.count)))
    }
  }

  package subscript(id: Int16) -> NginxCommand {
    commands[Int(id)]
  }

  /// The entries of a name, in the order in which nginx tries them.
  package func commands(named name: some StringProtocol) -> [NginxCommand] {
    let bytes = Array(name.utf8)
    var id = firstCommand(named: bytes, in: bytes.startIndex..<bytes.endIndex)
    var found: [NginxCommand] = []
    while id >= 0 {
      found.append(self[id])
      id = next(after: id)
    }
    return found
  }

  /// The next entry of the same name, or -1.
  func next(after id: Int16) -> Int16 {
    following[Int(id)]
  }

  /// The first entry whose name is these bytes, or -1.
  func firstCommand(named bytes: [UInt8], in range: Range<Int>) -> Int16 {
    var bucket = Self.hash(bytes, range) & bucketMask
    while buckets[bucket] >= 0 {
      let id = buckets[bucket]
      if isName(of: id, bytes, range) { return id }
      bucket = (bucket + 1) & bucketMask
    }
    return -1
  }

  private func isName(of id: Int16, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let name = commands[Int(id)].name.utf8
    guard name.count == range.count else { return false }
    var index = range.lowerBound
    for byte in name {
      if byte != bytes[index] { return false }
      index += 1
    }
    return true
  }

  private mutating func add(_ command: NginxCommand) {
    let name = Array(command.name.utf8)
    let range = name.startIndex..<name.endIndex
    var last = firstCommand(named: name, in: range)
    commands.append(command)
    following.append(-1)
    guard last < 0 else {
      while following[Int(last)] >= 0 {
        last = following[Int(last)]
      }
      following[Int(last)] = command.id
      return
    }
    var bucket = Self.hash(name, range) & bucketMask
    while buckets[bucket] >= 0 {
      bucket = (bucket + 1) & bucketMask
    }
    buckets[bucket] = command.id
  }

  /// FNV-1a.
  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in range {
      hash = (hash ^ UInt32(bytes[index])) &* 16_777_619
    }
    return Int(hash ^ hash >> 15)
  }
}
