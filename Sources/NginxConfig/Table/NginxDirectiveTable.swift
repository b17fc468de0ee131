internal import SourceText

/// Every directive of nginx, its modules and the common third-party modules.
package struct NginxDirectiveTable: Sendable {
  /// The entries in nginx's order; a name may have several.
  package private(set) var commands: [NginxCommand] = []

  /// The next entry of the same name, or -1.
  private var following: [Int16] = []

  /// The first entry of each name, by the name's hash.
  private var buckets: [Bucket]
  private let bucketMask: Int

  /// All names without anything between them.
  private var letters: [UInt8] = []

  /// An entry beside what tells it from others, so that few names are compared in vain.
  private struct Bucket {
    var hash: UInt32 = 0
    var id: Int16 = -1
    var length: Int16 = 0

    /// Where the name stands in `letters`.
    var start: Int32 = 0
  }

  /// The table that comes with the program.
  package static let standard = NginxDirectiveTable(rows: DirectiveRows.text)

  init(rows: String) {
    buckets = Array(repeating: Bucket(), count: 8192)
    bucketMask = 8191
    commands.reserveCapacity(1800)
    var columns = NginxCommand.RepeatedColumns()
    for var row in TabbedTable(rows) {
      add(NginxCommand(row: &row, id: Int16(commands.count), &columns))
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
    buckets[place(of: bytes, range, hash: Self.hash(bytes, range))].id
  }

  /// The bucket that has a name, or would take it.
  private func place(of bytes: [UInt8], _ range: Range<Int>, hash: UInt32) -> Int {
    var place = Int(hash) & bucketMask
    while buckets[place].id >= 0 {
      let bucket = buckets[place]
      if bucket.hash == hash, isName(of: bucket, bytes, range) { return place }
      place = (place + 1) & bucketMask
    }
    return place
  }

  private func isName(of bucket: Bucket, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let start = Int(bucket.start)
    return letters[start..<start + Int(bucket.length)] == bytes[range]
  }

  private mutating func add(_ command: NginxCommand) {
    let name = Array(command.name.utf8)
    let hash = Self.hash(name, name.indices)
    let place = place(of: name, name.indices, hash: hash)
    commands.append(command)
    following.append(-1)
    if buckets[place].id >= 0 {
      var last = buckets[place].id
      while following[Int(last)] >= 0 { last = following[Int(last)] }
      following[Int(last)] = command.id
      return
    }
    buckets[place] = Bucket(
      hash: hash, id: command.id, length: Int16(name.count), start: Int32(letters.count))
    letters += name
  }

  /// FNV-1a, with its high bits folded in.
  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for index in range {
      hash = (hash ^ UInt32(bytes[index])) &* 16_777_619
    }
    return hash ^ hash >> 15
  }
}
