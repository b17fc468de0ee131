/// The text of a word as it is put together, and the words that white space makes of it.
struct ExpandedPieces {
  private(set) var text = ""
  private var words: [String] = []
  private var word = ""
  private var isInWord = false

  /// Adds a piece that is no place to split at, such as a quoted one.
  mutating func addWhole(_ piece: String) {
    text += piece
    word += piece
    isInWord = true
  }

  /// Adds a piece in which white space separates words.
  mutating func addSplitting(_ piece: String) {
    text += piece
    for scalar in piece.unicodeScalars {
      if !WhiteSpace.contains(scalar) {
        word.unicodeScalars.append(scalar)
        isInWord = true
      } else if isInWord, !word.isEmpty {
        words.append(word)
        word = ""
        isInWord = false
      }
    }
  }

  mutating func finishedWords() -> [String] {
    if !word.isEmpty { words.append(word) }
    word = ""
    return words
  }
}
