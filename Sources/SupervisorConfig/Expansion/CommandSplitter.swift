package import SourceText

/// One word of a program's command.
package struct CommandWord: Sendable {
  /// The word without its quotes; a part that is not known stands as it was written.
  package let text: String

  package let span: SourceSpan?

  /// False where the word, or the words before it, hang on what is not known.
  package let isKnown: Bool
}

/// Splits a command as supervisord does when it starts a program: `shlex.split`, no shell.
struct CommandSplitter {
  enum Fault: String, Error {
    case noClosingQuotation = "No closing quotation"
    case noEscapedCharacter = "No escaped character"
  }

  private let command: TracedText
  private var position = 0
  private var word: [TracedText.Scalar] = []
  private var origins: (start: Int32, end: Int32)?
  private var hasWord = false
  private var isKnown = true
  private var words: [CommandWord] = []

  static func split(_ command: TracedText) throws(Fault) -> [CommandWord] {
    var splitter = CommandSplitter(command: command)
    while let scalar = splitter.next() {
      try splitter.take(scalar)
    }
    splitter.endWord()
    return splitter.words
  }

  private init(command: TracedText) {
    self.command = command
  }

  private mutating func next() -> TracedText.Scalar? {
    guard position < command.scalars.count else { return nil }
    defer { position += 1 }
    let scalar = command.scalars[position]
    isKnown = isKnown && !scalar.isUnknown
    return scalar
  }

  private mutating func take(_ scalar: TracedText.Scalar) throws(Fault) {
    switch scalar.value {
    case " ", "\t", "\r", "\n":
      endWord()
    case "'":
      begin(scalar)
      try singleQuoted()
    case "\"":
      begin(scalar)
      try doubleQuoted()
    case "\\":
      begin(scalar)
      guard let escaped = next() else { throw .noEscapedCharacter }
      append(escaped)
    default:
      append(scalar)
    }
  }

  private mutating func singleQuoted() throws(Fault) {
    while let scalar = next() {
      begin(scalar)
      if scalar.value == "'" { return }
      append(scalar)
    }
    throw .noClosingQuotation
  }

  private mutating func doubleQuoted() throws(Fault) {
    while let scalar = next() {
      begin(scalar)
      switch scalar.value {
      case "\"":
        return
      case "\\":
        guard let escaped = next() else { throw .noEscapedCharacter }
        // Inside quotes a backslash only takes itself and the quote.
        if escaped.value != "\"", escaped.value != "\\" { append(scalar) }
        append(escaped)
      default:
        append(scalar)
      }
    }
    throw .noClosingQuotation
  }

  private mutating func begin(_ scalar: TracedText.Scalar) {
    hasWord = true
    origins = (origins?.start ?? scalar.start, scalar.end)
  }

  private mutating func append(_ scalar: TracedText.Scalar) {
    begin(scalar)
    word.append(scalar)
  }

  private mutating func endWord() {
    guard hasWord else { return }
    let span = command.file.flatMap { file in
      origins.map { SourceSpan(file: file, start: Int($0.start), end: Int($0.end)) }
    }
    let text = TracedText(scalars: word, file: command.file).string
    words.append(CommandWord(text: text, span: span, isKnown: isKnown))
    word = []
    origins = nil
    hasWord = false
  }
}
