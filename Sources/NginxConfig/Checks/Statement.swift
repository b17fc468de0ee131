/// A directive that is being checked, with its words as nginx takes them.
struct Statement {
  let id: Int
  let command: NginxCommand
  private let bytes: [UInt8]
  private let words: ArraySlice<NginxWord>

  init(id: Int, command: NginxCommand, tree: NginxTree) {
    self.id = id
    self.command = command
    bytes = tree.bytes(of: id)
    words = tree.words[tree.wordRange(of: id)]
  }

  /// The number of words, that of the name counted in, as nginx counts.
  var count: Int { words.count }

  /// A word's value; 0 is the name.
  subscript(index: Int) -> ByteText {
    let word = words[words.startIndex + index]
    if word.marks.contains(.escaped) { return word.value(in: bytes)[...] }
    return bytes[word.range]
  }

  /// A word's value up to NUL.
  func cString(_ index: Int) -> ByteText {
    self[index].cString
  }

  func printable(_ index: Int) -> String {
    self[index].printable
  }

  func hasDollar(_ index: Int) -> Bool {
    words[words.startIndex + index].marks.contains(.dollar)
  }

  /// Where a word stands, with its quotes.
  func range(_ index: Int) -> Range<Int> {
    words[words.startIndex + index].writtenRange
  }
}
