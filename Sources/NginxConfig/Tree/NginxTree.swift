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

  /// The first word, unquoted; empty for a `{` without any word.
  func name(of id: Int) -> String {
    // What the table knows by its name need not be spelt again.
    let command = records[id].command
    if command >= 0 { return NginxDirectiveTable.standard[command].name }
    let words = wordRange(of: id)
    return words.isEmpty ? "" : text(of: words.lowerBound, in: id)
  }

  /// The places of the words after the name; the body of a block of Lua is not one of them.
  func parameterWords(of id: Int) -> Range<Int> {
    let words = wordRange(of: id)
    let isLua = records[id].marks.contains(.lua)
    let end = isLua ? words.upperBound - 1 : words.upperBound
    return min(words.lowerBound + 1, end)..<end
  }

  /// The text of a word as nginx takes it.
  func text(of word: Int, in id: Int) -> String {
    let word = words[word]
    let inclusion = Int(records[id].inclusion)
    guard word.marks.contains(.escaped) else {
      return String(decoding: texts[inclusion][word.range], as: UTF8.self)
    }
    return String(decoding: word.value(in: texts[inclusion]), as: UTF8.self)
  }

  /// From a directive's name to its `;` or `{`.
  func headSpan(of id: Int) -> SourceSpan {
    span(of: start(of: id)..<Int(records[id].headEnd), in: Int(records[id].inclusion))
  }

  /// Where a word stands, with its quotes.
  func span(ofWord word: Int, in id: Int) -> SourceSpan {
    span(of: words[word].writtenRange, in: Int(records[id].inclusion))
  }

  func start(of id: Int) -> Int {
    let range = wordRange(of: id)
    return range.isEmpty
      ? Int(records[id].headEnd) - 1 : words[range.lowerBound].writtenRange.lowerBound
  }
}
