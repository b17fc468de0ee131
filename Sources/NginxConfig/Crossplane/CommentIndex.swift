/// The comments of one file, in their order.
struct CommentIndex {
  /// The ranges without the `#`.
  let ranges: [Range<Int>]

  init(_ bytes: [UInt8]) {
    var lexer = NginxLexer(bytes, hasLimit: false)
    lexer.keepsComments = true
    var words: [NginxWord] = []
    reading: while true {
      words.removeAll(keepingCapacity: true)
      if case .endOfFile = lexer.statement(into: &words) { break reading }
      if lexer.position >= bytes.count { break reading }
    }
    ranges = lexer.comments
  }

  /// The comments that begin in a range of the file.
  func comments(in range: Range<Int>) -> [Range<Int>] {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return Array(ranges[low...].prefix { $0.lowerBound < range.upperBound })
  }
}
