import SourceText

extension NginxLoader {
  /// Takes a statement for what the block around it makes of it.
  mutating func take(firstWord: Int, end: NginxLexer.StatementEnd) {
    let id = append(firstWord: firstWord)
    if end == .missing || tree.words.count == firstWord {
      tree.records[id].marks.insert(.broken)
      if end == .openBrace { enterBlock(id, context: .unknown) }
      return
    }
    if openFiles[openFiles.count - 1].path == nil, end == .openBrace {
      report(.structure(.blockInCommandLine), at: offset..<offset + 1)
    }
    switch block.context {
    case .freeForm: takeLine(id, end: end)
    case .unknown: takeUnjudged(id, end: end)
    default: takeDirective(id, end: end)
    }
  }

  private mutating func append(firstWord: Int) -> Int {
    let id = tree.records.count
    let position = Int32(truncatingIfNeeded: file.lexer.position)
    tree.records.append(
      DirectiveRecord(
        parent: block.directive,
        firstWord: Int32(firstWord),
        headEnd: position,
        end: position,
        subtreeEnd: Int32(id + 1),
        inclusion: file.inclusion,
        depth: Int32(blocks.count - 1),
        command: -1,
        context: block.context,
        marks: []
      )
    )
    return id
  }

  /// A line of a block such as `map`.
  private mutating func takeLine(_ id: Int, end: NginxLexer.StatementEnd) {
    guard end == .semicolon else {
      report(.lexical(.unexpectedByte(Ascii.openBrace)), at: offset..<offset + 1)
      enterBlock(id, context: .unknown)
      return
    }
    if let command = block.freeForm { checkLine(id, of: command) }
  }

  /// A directive in a block that nobody here knows.
  private mutating func takeUnjudged(_ id: Int, end: NginxLexer.StatementEnd) {
    guard end == .openBrace else { return }
    enterBlock(id, context: .unknown)
  }

  /// Looks a directive up and checks it in the order of `ngx_conf_handler`.
  private mutating func takeDirective(_ id: Int, end: NginxLexer.StatementEnd) {
    let name = tree.words[Int(tree.records[id].firstWord)]
    let command = resolve(name, of: id)
    guard let command else {
      tree.records[id].marks.insert(.broken)
      hasForeignVariables = true
      if end == .openBrace { enterRefusedBlock(id) }
      return
    }
    tree.records[id].command = command
    let entry = table[command]
    if end == .openBrace, !entry.isBlock {
      report(.structure(.notTerminated(entry.name)), at: head(of: id))
      tree.records[id].marks.insert(.broken)
      enterBlock(id, context: .unknown)
      return
    }
    if end == .semicolon, entry.isBlock {
      report(.structure(.noOpeningBrace(entry.name)), at: head(of: id))
      tree.records[id].marks.insert(.broken)
      return
    }
    let count = tree.words.count - Int(tree.records[id].firstWord) - 1
    guard entry.allows(parameterCount: count) else {
      report(.structure(.wrongParameterCount(entry.name)), at: head(of: id))
      tree.records[id].marks.insert(.broken)
      if entry.isBlock { enterBlock(of: entry, id) }
      return
    }
    accept(id, as: entry)
  }

  /// A directive that stands where it may, with as many parameters as it may.
  private mutating func accept(_ id: Int, as command: NginxCommand) {
    if command.repetition == .refused, !repetitions.insert(command.id) {
      report(.structure(.duplicate(command.name)), at: head(of: id))
    }
    if command.isBlock {
      blockStarts(id, command)
      enterBlock(of: command, id)
    } else if command.name == "include" {
      include(id)
    } else {
      check(id, of: command)
    }
  }

  private mutating func enterBlock(of command: NginxCommand, _ id: Int) {
    if command.isLuaBlock {
      readLua(id)
    } else if let inside = block.context.inside(block: command.name) {
      enterBlock(id, context: inside)
    } else if command.origin == .core {
      enterBlock(id, context: .freeForm, freeForm: command)
    } else {
      enterBlock(id, context: .unknown)
    }
  }

  /// Enters a block that cannot stand here, so that what is in it is still judged as what it is.
  private mutating func enterRefusedBlock(_ id: Int) {
    let name = NginxDirective(id: id, tree: tree).name
    let commands = table.commands(named: name)
    if let block = commands.first(where: \.isBlock) {
      enterBlock(of: block, id)
    } else {
      enterBlock(id, context: .unknown)
    }
  }

  /// From the name to the last byte before the `;` or `{`.
  func head(of id: Int) -> Range<Int> {
    let words = tree.wordRange(of: id)
    guard let first = words.first, let last = words.last else { return offset..<offset + 1 }
    return tree.words[first].writtenRange.lowerBound..<tree.words[last].writtenRange.upperBound
  }
}
