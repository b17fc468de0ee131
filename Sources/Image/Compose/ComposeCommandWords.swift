/// Splits a command that is one text, as compose does it (go-shellwords): like a shell, but without one.
struct ComposeCommandWords {
  private(set) var words: [String] = []
  private var word: String?
  private var quote: Character?

  /// Whether a command substitution is open, which stays as it is written.
  private var isSubstituting = false
  private var isBackquoted = false

  /// The words of a command; nil where compose does not take it.
  ///
  /// What stands behind a `;`, `&`, `|`, `<` or `>` without quotes is lost.
  static func words(of text: String) -> [String]? {
    var splitter = ComposeCommandWords()
    return splitter.split(text) ? splitter.words : nil
  }

  private mutating func split(_ text: String) -> Bool {
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "\\", quote != "'" {
        guard let escaped = rest.popFirst() else { return false }
        append(escaped)
      } else if isPlain, ";&|<>".contains(character) {
        dropDescriptor(before: character)
        break
      } else if !take(character) {
        return false
      }
    }
    endWord()
    return isPlain
  }

  private var isPlain: Bool { quote == nil && !isSubstituting && !isBackquoted }

  /// False where a parenthesis stands where none may.
  private mutating func take(_ character: Character) -> Bool {
    switch character {
    case " ", "\t", "\r", "\n":
      if isPlain { endWord() } else { append(character) }
    case "\"" where quote != "'" && !isSubstituting, "'" where quote != "\"" && !isSubstituting:
      quote = quote == nil ? character : nil
      word = word ?? ""
    case "(" where quote == nil && !isBackquoted:
      guard !isSubstituting, word?.last == "$" else { return false }
      isSubstituting = true
      append(character)
    case ")" where quote == nil && !isBackquoted:
      isSubstituting.toggle()
      append(character)
    case "`" where quote == nil && !isSubstituting:
      isBackquoted.toggle()
      append(character)
    default: append(character)
    }
    return true
  }

  private mutating func append(_ character: Character) {
    word = (word ?? "") + String(character)
  }

  private mutating func endWord() {
    if let word { words.append(word) }
    word = nil
  }

  /// The number of `2>` is no word.
  private mutating func dropDescriptor(before character: Character) {
    if character == ">", word?.first?.isWholeNumber == true { word = nil }
  }
}
