/// Which directives each open block has, to find the second of two.
struct SeenDirectives {
  private static let stride = (NginxDirectiveTable.standard.commands.count + 63) / 64
  private var bits: [UInt64] = []

  mutating func open() {
    bits.append(contentsOf: repeatElement(0, count: Self.stride))
  }

  mutating func close() {
    bits.removeLast(Self.stride)
  }

  /// Notes a directive in the innermost block; false if it was there before.
  mutating func insert(_ command: Int16) -> Bool {
    let index = bits.count - Self.stride + Int(command) / 64
    let bit: UInt64 = 1 << UInt64(Int(command) % 64)
    guard bits[index] & bit == 0 else { return false }
    bits[index] |= bit
    return true
  }
}
