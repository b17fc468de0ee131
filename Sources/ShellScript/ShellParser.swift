import SourceText

/// Reads a script: one method a production of the POSIX grammar.
struct ShellParser {
  let text: SpannedText
  let bytes: [UInt8]
  var position = 0

  /// How many productions are open that hold others.
  var depth = 0

  /// The here-documents whose bodies begin on the next line.
  var waitingHeredocs: [WaitingHeredoc] = []

  /// The bodies that were read, by the place of their redirection.
  var heredocBodies: [Int: ShellWord] = [:]

  init(_ text: SpannedText) {
    self.text = text
    bytes = text.bytes
  }

  mutating func script() -> ShellList {
    var items: [ShellItem] = []
    while true {
      items += list(until: []).items
      guard position < bytes.count else { break }
      // What closes nothing is not understood, up to the end of its line.
      items.append(.unknown(skipLine()))
    }
    return ShellList(items: items)
  }

  // MARK: - Lists and pipelines

  mutating func list(until words: Set<String>) -> ShellList {
    var items: [ShellItem] = []
    while true {
      skipBlankLines()
      guard let byte = peek, byte != .shellClose, !isAt(";;"), !isAt(";&") else { break }
      if let word = reservedWord(), words.contains(word) || closingWords.contains(word) { break }
      let start = position
      items.append(item())
      if position == start { items.append(.unknown(skipLine())) }
    }
    return ShellList(items: items)
  }

  private mutating func item() -> ShellItem {
    var item = ShellItem(pipelines: [(.always, pipeline())])
    while true {
      skipBlanks()
      if take("&&") {
        skipBlankLines()
        item.pipelines.append((.afterSuccess, pipeline()))
      } else if take("||") {
        skipBlankLines()
        item.pipelines.append((.afterFailure, pipeline()))
      } else {
        break
      }
    }
    if peek == .shellAmpersand {
      position += 1
      item.isBackground = true
    } else if peek == .shellSemicolon, !isAt(";;"), !isAt(";&") {
      position += 1
    }
    return item
  }

  private mutating func pipeline() -> ShellPipeline {
    var pipeline = ShellPipeline(commands: [])
    skipBlanks()
    while reservedWord() == "!" {
      position += 1
      pipeline.isNegated.toggle()
      skipBlanks()
    }
    pipeline.commands.append(command())
    while true {
      skipBlanks()
      guard peek == .shellBar, !isAt("||") else { return pipeline }
      position += 1
      if peek == .shellAmpersand { position += 1 }
      skipBlankLines()
      pipeline.commands.append(command())
    }
  }

  // MARK: - Commands

  mutating func command() -> ShellCommand {
    guard depth < depthLimit else { return .unknown(skipRest()) }
    depth += 1
    defer { depth -= 1 }
    skipBlanks()
    if isAt("((") { return opaqueCommand(until: "))") }
    if peek == .shellOpen { return subshell() }
    switch reservedWord() {
    case "{"?: return group()
    case "if"?: return conditional()
    case "for"?: return forLoop()
    case "while"?, "until"?: return whileLoop()
    case "case"?: return choice()
    case "function"?: return keywordFunction()
    case "[["?: return opaqueCommand(until: "]]")
    default: return simpleCommand()
    }
  }

  private mutating func subshell() -> ShellCommand {
    let start = position
    position += 1
    let list = list(until: [])
    guard take(.shellClose) else { return unfinished(from: start) }
    return .subshell(list, redirections())
  }

  private mutating func group() -> ShellCommand {
    let start = position
    position += 1
    let list = list(until: ["}"])
    guard takeWord("}") else { return unfinished(from: start) }
    return .group(list, redirections())
  }

  private mutating func conditional() -> ShellCommand {
    let start = position
    var branches: [(condition: ShellList, body: ShellList)] = []
    var otherwise: ShellList?
    guard takeWord("if") else { return unfinished(from: start) }
    repeat {
      let condition = list(until: ["then"])
      guard takeWord("then") else { return unfinished(from: start) }
      branches.append((condition, list(until: ["elif", "else", "fi"])))
    } while takeWord("elif")
    if takeWord("else") { otherwise = list(until: ["fi"]) }
    guard takeWord("fi") else { return unfinished(from: start) }
    return .conditional(
      ShellConditional(branches: branches, otherwise: otherwise, redirections: redirections()))
  }

  private mutating func forLoop() -> ShellCommand {
    let start = position
    position += "for".utf8.count
    skipBlanks()
    guard let variable = name() else { return unfinished(from: start) }
    skipBlankLines()
    var words: [ShellWord]?
    if takeWord("in") {
      words = []
      skipBlanks()
      while let byte = peek, !byte.endsShellWord {
        words?.append(word())
        skipBlanks()
      }
    }
    if peek == .shellSemicolon { position += 1 }
    guard let body = loopBody() else { return unfinished(from: start) }
    return .forLoop(
      ShellForLoop(
        variable: variable, words: words, body: body, redirections: redirections()))
  }

  private mutating func whileLoop() -> ShellCommand {
    let start = position
    let isUntil = takeWord("until")
    if !isUntil { _ = takeWord("while") }
    let condition = list(until: ["do"])
    guard let body = loopBody() else { return unfinished(from: start) }
    return .whileLoop(
      ShellWhileLoop(
        condition: condition, body: body, isUntil: isUntil, redirections: redirections()))
  }

  private mutating func loopBody() -> ShellList? {
    skipBlankLines()
    guard takeWord("do") else { return nil }
    let body = list(until: ["done"])
    return takeWord("done") ? body : nil
  }

  private mutating func choice() -> ShellCommand {
    let start = position
    position += "case".utf8.count
    skipBlanks()
    let subject = word()
    skipBlankLines()
    guard takeWord("in") else { return unfinished(from: start) }
    var branches: [(patterns: [ShellWord], body: ShellList)] = []
    skipBlankLines()
    while !takeWord("esac") {
      guard let patterns = patterns() else { return unfinished(from: start) }
      branches.append((patterns, list(until: ["esac"])))
      if !take(";;&"), !take(";;") { _ = take(";&") }
      skipBlankLines()
      guard position < bytes.count else { return unfinished(from: start) }
    }
    return .choice(
      ShellChoice(subject: subject, branches: branches, redirections: redirections()))
  }

  private mutating func patterns() -> [ShellWord]? {
    _ = take(.shellOpen)
    var patterns: [ShellWord] = []
    repeat {
      skipBlanks()
      guard let byte = peek, !byte.endsShellWord else { return nil }
      patterns.append(word())
      skipBlanks()
    } while take(.shellBar)
    return take(.shellClose) ? patterns : nil
  }

  private mutating func keywordFunction() -> ShellCommand {
    let start = position
    position += "function".utf8.count
    skipBlanks()
    let name = word().literal ?? ""
    skipBlanks()
    if take(.shellOpen) {
      skipBlanks()
      _ = take(.shellClose)
    }
    skipBlankLines()
    guard !name.isEmpty, position < bytes.count else { return unfinished(from: start) }
    return .function(name: name, body: command())
  }

  /// Something of bash that ends with a sign of its own, such as `[[ … ]]`.
  private mutating func opaqueCommand(until end: String) -> ShellCommand {
    let start = position
    position += 2
    while position < bytes.count, !isAt(end) {
      if bytes[position] == .shellBackslash { position += 1 }
      position += 1
    }
    position = min(position + end.utf8.count, bytes.count)
    return .unknown(text.span(of: start..<position))
  }

  /// What was begun and never closed: all of the rest is part of it.
  private mutating func unfinished(from start: Int) -> ShellCommand {
    _ = skipRest()
    return .unknown(text.span(of: start..<bytes.count))
  }
}

extension ShellItem {
  static func unknown(_ span: SourceSpan) -> ShellItem {
    ShellItem(pipelines: [(.always, ShellPipeline(commands: [.unknown(span)]))])
  }
}

/// The reserved words that can only close something.
private let closingWords: Set = ["then", "elif", "else", "fi", "do", "done", "esac", "}"]

/// How deep commands may be nested before they are taken for unknown.
private let depthLimit = 60
