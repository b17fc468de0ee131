/// The rows of a table by what some of its columns hold.
final class TableIndex {
  /// The first row of each bucket, and the next one of the same bucket; -1 for none.
  private let firsts: [Int32]
  private let followers: [Int32]
  private let hashes: [UInt64]

  init(_ table: VirtualTable, by columns: [Int]) {
    let hashes = (0..<table.rowCount).map { row in
      var key = KeyHasher()
      for column in columns { key.combine(table.value(row, column)) }
      return key.hash
    }
    let bucketCount = max(2 * table.rowCount, 2).nextPowerOfTwo
    var firsts = [Int32](repeating: -1, count: bucketCount)
    var followers = [Int32](repeating: -1, count: hashes.count)
    for row in hashes.indices.reversed() {
      let bucket = Int(truncatingIfNeeded: hashes[row]) & (bucketCount - 1)
      followers[row] = firsts[bucket]
      firsts[bucket] = Int32(row)
    }
    self.firsts = firsts
    self.followers = followers
    self.hashes = hashes
  }

  /// The first row of a key; -1 where there is none.
  func first(_ hash: UInt64) -> Int {
    let row = Int(firsts[Int(truncatingIfNeeded: hash) & (firsts.count - 1)])
    return row < 0 || hashes[row] == hash ? row : self.row(after: row, hash)
  }

  /// The next row of the same key; -1 after the last one.
  func row(after row: Int, _ hash: UInt64) -> Int {
    var row = Int(followers[row])
    while row >= 0, hashes[row] != hash { row = Int(followers[row]) }
    return row
  }
}

/// Makes one number of the values of a key, another one in each run.
///
/// Swift's own hashing takes longer than all else that an index needs.
struct KeyHasher {
  private(set) var hash = seed

  private static let seed = UInt64.random(in: .min ... .max)

  mutating func combine(_ value: Value) {
    switch value {
    case .null: combineNull()
    case .integer(let number): combine(number)
    case .real(let number): mix(number.bitPattern)
    case .text(var text): text.withUTF8 { unsafe combine($0) }
    }
  }

  mutating func combineNull() {
    mix(0x9e37_79b9_7f4a_7c15)
  }

  mutating func combine(_ number: Int64) {
    mix(UInt64(bitPattern: number))
  }

  mutating func combine(_ text: UnsafeBufferPointer<UInt8>) {
    var rest = unsafe UnsafeRawBufferPointer(text)[...]
    while unsafe rest.count >= 8 {
      mix(unsafe rest.loadUnaligned(as: UInt64.self))
      unsafe rest = rest.dropFirst(8)
    }
    mix(unsafe rest.reduce(UInt64(text.count)) { $0 << 8 | UInt64($1) })
  }

  /// The two halves of a product hold something of every bit (the mixing of wyhash).
  private mutating func mix(_ word: UInt64) {
    let product = (hash ^ word).multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
    hash = product.high ^ product.low ^ 0xe703_7ed1_a0b4_28db
  }
}

extension Int {
  fileprivate var nextPowerOfTwo: Int {
    1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
  }
}
