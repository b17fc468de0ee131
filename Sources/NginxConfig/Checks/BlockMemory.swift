/// What the open blocks have said in directives that add to each other.
struct BlockMemory {
  private var levels: [(block: Int, values: [Int16: Set<ByteText>])] = []

  /// The values that a directive has given to a block before.
  func values(of command: NginxCommand, block: Int) -> Set<ByteText> {
    guard let last = levels.last, last.block == block else { return [] }
    return last.values[command.id] ?? []
  }

  /// Adds a value; false where the block has it already.
  mutating func insert(_ value: ByteText, of command: NginxCommand, block: Int) -> Bool {
    if levels.last?.block != block { levels.append((block, [:])) }
    return levels[levels.count - 1].values[command.id, default: []].insert(value).inserted
  }

  /// Forgets those of a block that closes.
  mutating func close(block: Int) {
    while let last = levels.last, last.block >= block { levels.removeLast() }
  }
}
