import SourceText

extension ShellParser {
  mutating func simpleCommand() -> ShellCommand {
    let start = position
    var end = position
    var assignments: [ShellAssignment] = []
    var words: [ShellWord] = []
    var places: [(redirection: ShellRedirection, place: Int)] = []
    while let byte = peek {
      let place = position
      if let redirection = redirection() {
        places.append((redirection, place))
      } else if byte == UInt8(ascii: "#") || (byte.endsShellWord && !isAtProcess) {
        break
      } else if words.isEmpty, let assignment = assignment() {
        assignments.append(assignment)
      } else {
        words.append(word())
      }
      end = position
      skipBlanks()
    }
    if let name = words.first?.literal, words.count == 1, assignments.isEmpty, places.isEmpty,
      isAtFunction()
    {
      return function(name)
    }
    skipComment()
    return .simple(
      SimpleCommand(
        assignments: assignments, words: words, redirections: filled(places),
        span: text.span(of: start..<end)))
  }

  /// `<(…)` and `>(…)` of bash are words, though words end at their first character.
  var isAtProcess: Bool {
    isAt("<(") || isAt(">(")
  }

  private mutating func skipComment() {
    guard peek == UInt8(ascii: "#") else { return }
    position = bytes[position...].firstIndex(of: .shellNewline) ?? bytes.count
  }

  private func isAtFunction() -> Bool {
    var ahead = self
    guard ahead.take(.shellOpen) else { return false }
    ahead.skipBlanks()
    return ahead.peek == .shellClose
  }

  private mutating func function(_ name: String) -> ShellCommand {
    position += 1
    skipBlanks()
    position += 1
    skipBlankLines()
    return .function(name: name, body: command())
  }

  /// `NAME=` or `NAME+=` and a value; leaves everything as it was where there is none.
  private mutating func assignment() -> ShellAssignment? {
    let start = position
    guard let name = name() else { return nil }
    let appends = take(UInt8(ascii: "+"))
    guard take(UInt8(ascii: "=")) else {
      position = start
      return nil
    }
    let value = peek == .shellOpen ? array() : word()
    return ShellAssignment(name: name, value: value, appends: appends)
  }

  private mutating func array() -> ShellWord {
    let start = position
    position += 1
    skipBlankLines()
    while let byte = peek, byte != .shellClose {
      if byte.endsShellWord { position += 1 } else { _ = word() }
      skipBlankLines()
    }
    _ = take(.shellClose)
    return opaqueWord(start..<position)
  }

  func opaqueWord(_ range: Range<Int>) -> ShellWord {
    let piece = text[range]
    let part = ShellWord.Part(kind: .opaque(piece.text), isQuoted: false)
    return ShellWord(parts: [part], span: piece.span)
  }

  // MARK: - Redirections

  /// What stands after a compound command.
  mutating func redirections() -> [ShellRedirection] {
    var places: [(redirection: ShellRedirection, place: Int)] = []
    while true {
      skipBlanks()
      let place = position
      guard let redirection = redirection() else { break }
      places.append((redirection, place))
    }
    return filled(places)
  }

  /// Reads the bodies of the here-documents that the redirections announce, if it is time.
  private mutating func filled(
    _ places: [(redirection: ShellRedirection, place: Int)]
  ) -> [ShellRedirection] {
    guard places.contains(where: { $0.redirection.kind == .heredoc }) else {
      return places.map(\.redirection)
    }
    // The bodies follow this line; what else stands on it is read again afterwards.
    var ahead = self
    ahead.position = ahead.bytes[position...].firstIndex(of: .shellNewline) ?? bytes.count
    ahead.skipBlankLines()
    return places.map { redirection, place in
      var redirection = redirection
      redirection.body = ahead.heredocBodies[place]
      return redirection
    }
  }

  private mutating func redirection() -> ShellRedirection? {
    let start = position
    let digits = bytes[position...].prefix(while: \.isShellDigit)
    position = digits.endIndex
    guard let kind = redirectionSign() else {
      position = start
      return nil
    }
    // `<(…)` and `>(…)` of bash stand for a file.
    if peek == .shellOpen {
      position = start
      return nil
    }
    let stripsTabs = kind == .heredoc && take(UInt8(ascii: "-"))
    skipBlanks()
    let target = word()
    if kind == .heredoc {
      waitingHeredocs.append(
        WaitingHeredoc(
          redirection: start, terminator: Array((target.literal ?? "").utf8),
          isQuoted: target.isQuoted, stripsTabs: stripsTabs))
    }
    let descriptor = Int(String(decoding: digits, as: UTF8.self))
    return ShellRedirection(kind: kind, descriptor: descriptor, target: target)
  }

  private mutating func redirectionSign() -> ShellRedirection.Kind? {
    let signs: [(String, ShellRedirection.Kind)] = [
      ("<<<", .text), ("<<", .heredoc), ("<&", .duplicateInput), ("<>", .both), ("<", .input),
      (">>", .append), (">&", .duplicateOutput), (">|", .output), (">", .output),
      ("&>>", .append), ("&>", .outputAndErrors),
    ]
    for (sign, kind) in signs where take(sign) { return kind }
    return nil
  }
}
