/// Whether nginx can build a hash of some names (`ngx_hash_init`).
struct NginxHash {
  /// The most buckets.
  let maximumSize: Int

  /// The bytes of a bucket, rounded up to what the processor reads at once.
  let bucketSize: Int

  enum Answer {
    case fits

    /// nginx refuses: a name alone is larger than a bucket.
    case bucketTooSmall
    case noBuckets

    /// nginx takes larger buckets, and warns.
    case notOptimal
  }

  /// The bytes that a processor reads at once, on the machines that nginx runs on here.
  static let cacheLine = 64

  init(maximumSize: Int, bucketSize: Int) {
    self.maximumSize = maximumSize
    self.bucketSize = (bucketSize + Self.cacheLine - 1) / Self.cacheLine * Self.cacheLine
  }

  func build(_ names: NameTable) -> Answer {
    if maximumSize == 0 { return .noBuckets }
    let sizes = (0..<names.count).map { 8 + (names[$0].count + 2 + 7) / 8 * 8 }
    if sizes.contains(where: { $0 + 8 > bucketSize }) { return .bucketTooSmall }
    return fits(sizes, (0..<names.count).map { Self.key(names[$0]) }) ? .fits : .notOptimal
  }

  /// Tries ever more buckets; what would take too long counts as fitting.
  private func fits(_ sizes: [Int], _ keys: [UInt]) -> Bool {
    let room = bucketSize - 8
    var first = max(sizes.count / (room / 16), 1)
    if maximumSize > 10_000, !sizes.isEmpty, maximumSize / sizes.count < 100 {
      first = maximumSize - 1_000
    }
    guard first <= maximumSize else { return false }
    var buckets = Buckets(room: room)
    // nginx takes the least that fits; whether any does is soonest found out with a roomy one.
    let roomy = min(max(first, 16 * sizes.count), maximumSize)
    if buckets.takeAll(sizes, keys, in: roomy) { return true }
    for count in first...maximumSize {
      if buckets.takeAll(sizes, keys, in: count) { return true }
      if buckets.placed > 4_000_000 { return true }
    }
    return false
  }

  /// How full each bucket is, in the words that a processor reads at once.
  private struct Buckets {
    private var filled: [UInt32] = []
    private let room: Int

    /// The names placed in all attempts.
    private(set) var placed = 0

    init(room: Int) {
      self.room = room
    }

    mutating func takeAll(_ sizes: [Int], _ keys: [UInt], in count: Int) -> Bool {
      filled.append(contentsOf: repeatElement(0, count: max(0, count - filled.count)))
      var names = 0
      defer {
        // Emptying those touched is less than emptying all.
        for index in 0..<names { filled[Int(keys[index] % UInt(count))] = 0 }
        placed += names
      }
      for index in sizes.indices {
        let bucket = Int(keys[index] % UInt(count))
        names += 1
        filled[bucket] += UInt32(clamping: sizes[index] / 8)
        if Int(filled[bucket]) * 8 > room { return false }
      }
      return true
    }
  }

  private static func key(_ name: ByteText) -> UInt {
    name.reduce(0) { $0 &* 31 &+ UInt($1) }
  }
}
