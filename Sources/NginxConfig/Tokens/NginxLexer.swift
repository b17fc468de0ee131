/// Reads statements of a configuration as `ngx_conf_read_token` in `ngx_conf_file.c` does.
///
/// Where nginx would stop it notes a fault, and reads on as a person would have meant it.
package struct NginxLexer {
  /// How a statement ends.
  package enum StatementEnd: Sendable {
    case semicolon
    case openBrace
    case closeBrace
    case endOfFile

    /// A `}` or the end of the file follows where a semicolon is missing.
    case missing
  }

  /// The bytes of nginx's buffer (`NGX_CONF_BUFFER`): no word or comment may be longer.
  package static let bufferSize = 4096

  package let bytes: [UInt8]

  /// The offset of the next byte.
  package var position = 0

  /// What nginx would have refused so far and the caller has not taken.
  package var faults: [LexicalFault] = []

  /// Whether comments are remembered.
  var keepsComments = false

  /// The comments without their `#`, if they are remembered.
  var comments: [Range<Int>] = []

  /// The longest item, which the text of `-g` does not have.
  private let limit: Int

  package init(_ bytes: [UInt8], hasLimit: Bool = true) {
    self.bytes = bytes
    limit = hasLimit ? Self.bufferSize : Int.max / 2
  }

  /// Appends the words of the next statement and says how it ends.
  package mutating func statement(into words: inout [NginxWord]) -> StatementEnd {
    let first = words.count
    while true {
      position = Self.endOfSpace(in: bytes.span, from: position)
      guard position < bytes.count else { break }
      let byte = bytes[position]
      switch byte {
      case Ascii.hash:
        comment()
      case Ascii.semicolon:
        if words.count > first {
          position += 1
          return .semicolon
        }
        refuse(byte)
        position += 1
      case Ascii.openBrace:
        if words.count == first { refuse(byte) }
        position += 1
        return .openBrace
      case Ascii.closeBrace:
        if words.count > first {
          refuse(byte)
          return .missing
        }
        position += 1
        return .closeBrace
      case Ascii.doubleQuote, Ascii.singleQuote:
        guard quotedWord(byte, into: &words) else { return .missing }
      default:
        guard unquotedWord(into: &words) else { return .missing }
      }
    }
    guard words.count > first else { return .endOfFile }
    fault(.unexpectedEnd, at: bytes.count, range: bytes.count..<bytes.count)
    return .missing
  }

  @inline(__always)
  private static func endOfSpace(in bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, Ascii.isSpace(bytes[index]) {
      index += 1
    }
    return index
  }

  /// Skips a comment, which ends before its LF.
  private mutating func comment() {
    let start = position
    var index = start + 1
    while index < bytes.count, bytes[index] != Ascii.lineFeed {
      index += 1
    }
    position = index
    if keepsComments { comments.append(start + 1..<index) }
    checkLength(from: start, lastRead: index)
  }

  /// Reads a word up to white space, `;` or `{`; false where the file ends first.
  private mutating func unquotedWord(into words: inout [NginxWord]) -> Bool {
    let start = position
    let count = bytes.count
    let (index, marks) = Self.endOfWord(in: bytes.span, from: start)
    let end = min(index, count)
    words.append(NginxWord(start: start, end: end, marks: marks))
    position = end
    guard index < count else {
      finishAtEnd(from: start, quote: nil)
      return false
    }
    checkLength(from: start, lastRead: lastRead(afterWordEndingAt: end))
    return true
  }

  /// The byte after an unquoted word; past the end of the file where a backslash ends it.
  @inline(__always)
  private static func endOfWord(
    in bytes: Span<UInt8>, from start: Int
  ) -> (end: Int, marks: NginxWord.Marks) {
    var index = start
    var marks: NginxWord.Marks = []
    while index < bytes.count {
      let byte = bytes[index]
      // Most bytes are letters, which lie between `;` and `{` with the backslash among them.
      if byte > Ascii.semicolon, byte < Ascii.openBrace, byte != Ascii.backslash {
        index += 1
        continue
      }
      switch byte {
      case Ascii.space, Ascii.lineFeed, Ascii.tab, Ascii.carriageReturn, Ascii.semicolon,
        Ascii.openBrace:
        return (index, marks)
      case Ascii.backslash:
        marks.insert(.escaped)
        if index + 1 < bytes.count, bytes[index + 1] == Ascii.dollar { marks.insert(.dollar) }
        index += 2
      case Ascii.dollar:
        marks.insert(.dollar)
        index += 1
        while index < bytes.count, bytes[index] == Ascii.openBrace {
          index += 1
        }
      default:
        index += 1
      }
    }
    return (index, marks)
  }

  /// Reads a word in quotes; false where the file ends first.
  private mutating func quotedWord(_ quote: UInt8, into words: inout [NginxWord]) -> Bool {
    let start = position + 1
    let count = bytes.count
    let (index, marks) = Self.endOfQuotedWord(in: bytes.span, from: start, quote)
    let end = min(index, count)
    words.append(NginxWord(start: start, end: end, marks: marks))
    guard index < count else {
      position = count
      finishAtEnd(from: start, quote: quote)
      return false
    }
    position = end + 1
    if end - start >= limit {
      fault(.tooLongQuoted(quote), at: start, range: start - 1..<end + 1)
    } else {
      checkLength(from: start, lastRead: lastRead(afterWordEndingAt: end + 1))
    }
    return checkByteAfterQuote(words.count)
  }

  /// The closing quote of a word; past the end of the file where there is none.
  private static func endOfQuotedWord(
    in bytes: Span<UInt8>, from start: Int, _ quote: UInt8
  ) -> (end: Int, marks: NginxWord.Marks) {
    var index = start
    var marks: NginxWord.Marks = .quoted
    while index < bytes.count, bytes[index] != quote {
      if bytes[index] == Ascii.backslash {
        marks.insert(.escaped)
        index += 1
        if index < bytes.count, bytes[index] == Ascii.dollar { marks.insert(.dollar) }
      } else if bytes[index] == Ascii.dollar {
        marks.insert(.dollar)
      }
      index += 1
    }
    return (index, marks)
  }

  /// After a closing quote only white space, `;`, `{` and, for the sake of `if`, `)` may stand.
  private mutating func checkByteAfterQuote(_ wordCount: Int) -> Bool {
    guard position < bytes.count else {
      fault(.unexpectedEnd, at: position, range: position..<position)
      return false
    }
    let byte = bytes[position]
    if !Ascii.isSpace(byte), byte != Ascii.semicolon, byte != Ascii.openBrace,
      byte != Ascii.closeParenthesis
    {
      refuse(byte)
      if byte == Ascii.closeBrace { return false }
    }
    return true
  }

  /// The last byte that nginx reads before it forgets the start of a word: white space takes one more.
  private func lastRead(afterWordEndingAt end: Int) -> Int {
    end < bytes.count && Ascii.isSpace(bytes[end]) ? end + 1 : end
  }

  private mutating func checkLength(from start: Int, lastRead: Int) {
    guard lastRead - start >= limit, start + limit < bytes.count else { return }
    fault(
      .tooLong(startsWith: Array(bytes[start..<start + 10])),
      at: start,
      range: start..<position
    )
  }

  private mutating func finishAtEnd(from start: Int, quote: UInt8?) {
    guard bytes.count - start > limit else {
      let from = quote == nil ? start : start - 1
      fault(.unexpectedEnd, at: bytes.count, range: from..<bytes.count)
      return
    }
    if let quote {
      fault(.tooLongQuoted(quote), at: start, range: start - 1..<bytes.count)
    } else {
      checkLength(from: start, lastRead: bytes.count)
    }
  }

  private mutating func refuse(_ byte: UInt8) {
    fault(.unexpectedByte(byte), at: position, range: position..<position + 1)
  }

  mutating func fault(_ kind: LexicalFault.Kind, at offset: Int, range: Range<Int>) {
    faults.append(LexicalFault(kind: kind, offset: offset, range: range))
  }
}
