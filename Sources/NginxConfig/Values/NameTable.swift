/// Names with numbers: each name is kept once, and found again by its bytes.
struct NameTable: Sendable {
  private var arena: [UInt8] = []
  private var ends: [Int32] = []
  private var buckets: [Int32] = Array(repeating: -1, count: 64)

  var count: Int { ends.count }

  subscript(number: Int) -> ByteText {
    arena[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  /// The number of a name; nil where it is not in the table.
  func number(of name: ByteText) -> Int? {
    let found = buckets[bucket(of: name)]
    return found < 0 ? nil : Int(found)
  }

  /// The number of a name, and whether it is new.
  mutating func insert(_ name: ByteText) -> (number: Int, isNew: Bool) {
    let bucket = bucket(of: name)
    if buckets[bucket] >= 0 { return (Int(buckets[bucket]), false) }
    let number = ends.count
    arena.append(contentsOf: name)
    ends.append(Int32(truncatingIfNeeded: arena.count))
    buckets[bucket] = Int32(number)
    if ends.count * 2 > buckets.count { grow() }
    return (number, true)
  }

  private func bucket(of name: ByteText) -> Int {
    let mask = buckets.count - 1
    var bucket = Self.hash(name) & mask
    while buckets[bucket] >= 0, self[Int(buckets[bucket])] != name {
      bucket = (bucket + 1) & mask
    }
    return bucket
  }

  private mutating func grow() {
    buckets = Array(repeating: -1, count: buckets.count * 2)
    let mask = buckets.count - 1
    for number in ends.indices {
      var bucket = Self.hash(self[number]) & mask
      while buckets[bucket] >= 0 {
        bucket = (bucket + 1) & mask
      }
      buckets[bucket] = Int32(number)
    }
  }

  /// FNV-1a, with its high bits folded in.
  private static func hash(_ name: ByteText) -> Int {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in name {
      hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
    }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7fff_ffff)
  }
}
