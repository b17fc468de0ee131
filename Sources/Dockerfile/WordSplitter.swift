import SourceText

extension SpannedText {
  /// Splits where Go's `[\t\v\f\r ]+` matches; an empty text has no parts.
  func splitAtSeparators(limit: Int = .max) -> [SpannedText] {
    guard !isEmpty else { return [] }
    var parts: [SpannedText] = []
    var start = 0
    while parts.count < limit - 1,
      let end = bytes[start...].firstIndex(where: { $0.isSeparator })
    {
      parts.append(self[start..<end])
      start = bytes[end...].firstIndex { !$0.isSeparator } ?? bytes.count
    }
    parts.append(self[start..<bytes.count])
    return parts
  }

  /// Splits into words as `ENV`, `LABEL` and `ARG` do; quotes and escapes stay in the words.
  func splitWords(escape: UInt8) -> [SpannedText] {
    var splitter = WordSplitter(text: self, escape: escape)
    return splitter.words()
  }
}

/// Splits a text at white space that is neither quoted nor escaped.
private struct WordSplitter {
  let text: SpannedText
  let escape: UInt8
  private var position = 0
  private var word: SpannedText?

  init(text: SpannedText, escape: UInt8) {
    self.text = text
    self.escape = escape
  }

  mutating func words() -> [SpannedText] {
    var words: [SpannedText] = []
    var quote: UInt8?
    while position < text.bytes.count {
      let byte = text.bytes[position]
      let blank = quote == nil ? WhiteSpace.length(in: text.bytes, at: position) : 0
      if blank > 0 {
        position += blank
        if let word { words.append(word) }
        word = nil
      } else if byte == escape, quote != .singleQuote {
        escaped(quote: &quote)
      } else {
        if byte == quote {
          quote = nil
        } else if quote == nil, byte == .singleQuote || byte == .doubleQuote {
          quote = byte
        }
        take(1)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }

  private mutating func escaped(quote: inout UInt8?) {
    guard position + 1 < text.bytes.count else {
      // An escape character with nothing to escape is dropped.
      position += 1
      quote = nil
      return
    }
    take(2)
  }

  private mutating func take(_ count: Int) {
    let piece = text[position..<(position + count)]
    if word == nil {
      word = piece
    } else {
      word?.append(piece)
    }
    position += count
  }
}
