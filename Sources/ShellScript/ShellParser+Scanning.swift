import SourceText

/// A here-document that was announced on a line which is not over yet.
struct WaitingHeredoc {
  let redirection: Int
  let terminator: [UInt8]
  let isQuoted: Bool
  let stripsTabs: Bool
}

extension ShellParser {
  var peek: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  func isAt(_ sign: String) -> Bool {
    bytes[position...].starts(with: sign.utf8)
  }

  mutating func take(_ sign: String) -> Bool {
    guard isAt(sign) else { return false }
    position += sign.utf8.count
    return true
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  /// The reserved word at this place, if one stands there on its own.
  func reservedWord() -> String? {
    let rest = bytes[position...]
    let word = rest.prefix { !$0.endsShellWord }
    guard word.count <= longestReservedWord else { return nil }
    let text = String(decoding: word, as: UTF8.self)
    return reservedWords.contains(text) ? text : nil
  }

  mutating func takeWord(_ word: String) -> Bool {
    skipBlankLines()
    guard reservedWord() == word else { return false }
    position += word.utf8.count
    return true
  }

  mutating func name() -> String? {
    guard let first = peek, first.startsShellName else { return nil }
    let name = bytes[position...].prefix(while: \.continuesShellName)
    position = name.endIndex
    return String(decoding: name, as: UTF8.self)
  }

  mutating func skipBlanks() {
    while let byte = peek {
      if byte.isShellBlank || byte == UInt8(ascii: "\r") {
        position += 1
      } else if isAt("\\\n") {
        position += 2
      } else {
        return
      }
    }
  }

  /// Skips blanks, comments and line ends, and reads the here-documents that wait for the latter.
  mutating func skipBlankLines() {
    while true {
      skipBlanks()
      if peek == UInt8(ascii: "#") {
        position = bytes[position...].firstIndex(of: .shellNewline) ?? bytes.count
      }
      guard take(.shellNewline) else { return }
      readWaitingHeredocs()
    }
  }

  mutating func skipLine() -> SourceSpan {
    let start = position
    position = bytes[position...].firstIndex(of: .shellNewline) ?? bytes.count
    // A line that is only its end would never be left otherwise.
    if position == start, position < bytes.count { position += 1 }
    return text.span(of: start..<position)
  }

  mutating func skipRest() -> SourceSpan {
    let start = position
    position = bytes.count
    return text.span(of: start..<position)
  }

  // MARK: - Here-documents

  private mutating func readWaitingHeredocs() {
    for heredoc in waitingHeredocs {
      heredocBodies[heredoc.redirection] = body(of: heredoc)
    }
    waitingHeredocs = []
  }

  private mutating func body(of heredoc: WaitingHeredoc) -> ShellWord {
    var content = text[position..<position]
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: .shellNewline) ?? bytes.count
      var start = position
      if heredoc.stripsTabs {
        start = bytes[start..<end].firstIndex { $0 != UInt8(ascii: "\t") } ?? end
      }
      position = min(end + 1, bytes.count)
      if bytes[start..<end].elementsEqual(heredoc.terminator) { break }
      content.append(text[start..<position])
    }
    if heredoc.isQuoted {
      let part = ShellWord.Part(kind: .literal(content.text), isQuoted: true)
      return ShellWord(parts: [part], span: content.span)
    }
    var parser = ShellParser(content)
    parser.depth = depth + 1
    return parser.heredocContent()
  }
}

private let reservedWords: Set = [
  "!", "{", "}", "case", "do", "done", "elif", "else", "esac", "fi", "for", "if", "in", "then",
  "until", "while", "function", "[[",
]
private let longestReservedWord = 8
