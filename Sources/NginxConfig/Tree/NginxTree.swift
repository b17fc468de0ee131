import SourceText

/// The directives of all files of a configuration, in the order in which nginx reads them.
struct NginxTree: Sendable {
  var records: [DirectiveRecord] = []
  var words: [NginxWord] = []
  var inclusions: [NginxInclusion] = []

  /// The content of the file of each inclusion.
  var texts: [[UInt8]] = []

  /// Makes room for a large file: about as many words as a configuration has of its length.
  mutating func expect(bytes count: Int) {
    guard count > 100_000 else { return }
    words.reserveCapacity(words.count + count / 12)
    records.reserveCapacity(records.count + count / 36)
  }

  /// The places of a record's words.
  func wordRange(of id: Int) -> Range<Int> {
    let end = id + 1 < records.count ? Int(records[id + 1].firstWord) : words.count
    return Int(records[id].firstWord)..<end
  }

  func bytes(of id: Int) -> [UInt8] {
    texts[Int(records[id].inclusion)]
  }

  /// A word's value; the first is the name.
  func value(of word: Int, in id: Int) -> [UInt8] {
    words[word].value(in: bytes(of: id))
  }

  func span(of range: Range<Int>, in inclusion: Int) -> SourceSpan {
    let inclusion = inclusions[inclusion]
    return inclusion.writtenAt
      ?? SourceSpan(file: inclusion.file, start: range.lowerBound, end: range.upperBound)
  }
}
