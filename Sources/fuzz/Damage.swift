/// Damages inputs, the same way for the same seed.
struct Damage {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A number below a limit, which must not be 0.
  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  /// An input with up to eight changes; pieces of other inputs may come in.
  mutating func damaged(_ input: [UInt8], with others: [[UInt8]]) -> [UInt8] {
    var bytes = input
    for _ in 0...next(8) {
      let place = next(bytes.count + 1)
      switch next(6) {
      case 0 where place < bytes.count: bytes.remove(at: place)
      case 1: bytes.insert(signs[next(signs.count)], at: place)
      case 2 where place < bytes.count: bytes[place] = UInt8(next(256))
      case 3: bytes.insert(contentsOf: piece(of: bytes), at: place)
      case 4: bytes.insert(contentsOf: piece(of: others[next(others.count)]), at: place)
      default: bytes.removeSubrange(place..<min(place + next(20), bytes.count))
      }
    }
    return bytes
  }

  private mutating func piece(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    let start = next(bytes.count + 1)
    return bytes[start...].prefix(next(40))
  }
}

private let signs = Array("\\\"'${}[]()#=<>|&;\n\t -`:/*?,.!@%+~^0".utf8)
