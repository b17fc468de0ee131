package import SourceText

/// A directive of a loaded configuration, or a line of a block such as `map`.
package struct NginxDirective: Identifiable, Sendable {
  /// Its place among all directives, in the order in which nginx reads them.
  package let id: Int
  let columns: NginxColumns

  init(id: Int, columns: NginxColumns) {
    self.id = id
    self.columns = columns
  }

  /// A directive of a tree that still grows.
  init(id: Int, tree: NginxTree) {
    self.init(id: id, columns: NginxColumns(tree))
  }

  private var tree: NginxTree { columns.tree }

  private var record: DirectiveRecord { tree.records[id] }

  /// The id of the block that it stands in; nil in the main context.
  package var parentID: Int? {
    record.parent < 0 ? nil : Int(record.parent)
  }

  /// The block that it stands in.
  package var parent: NginxDirective? {
    parentID.map { NginxDirective(id: $0, columns: columns) }
  }

  /// Its first word, unquoted; empty for a `{` without any word.
  package var name: String { tree.name(of: id) }

  /// The words after the name; the body of a block of Lua is not one of them.
  package var parameters: [NginxParameter] {
    tree.parameterWords(of: id).map {
      NginxParameter(word: tree.words[$0], directive: id, columns: columns)
    }
  }

  /// The values of the words after the name.
  package var values: [String] {
    tree.parameterWords(of: id).map { tree.text(of: $0, in: id) }
  }

  package var parameterCount: Int {
    tree.parameterWords(of: id).count
  }

  /// Which parameters have a `$`, so that nginx may find variables in them; the first is 0.
  package var positionsWithDollar: [Int] {
    let words = tree.parameterWords(of: id)
    return words.filter { tree.words[$0].marks.contains(.dollar) }.map { $0 - words.lowerBound }
  }

  /// Where it stands: the context that decides what is allowed there.
  package var context: NginxContext { record.context }

  package var isBlock: Bool { record.marks.contains(.block) }

  /// Whether its block is Lua code.
  package var isLua: Bool { record.marks.contains(.lua) }

  /// Whether it is cut off or refused, so that nginx never came to read it as a directive.
  package var isBroken: Bool { record.marks.contains(.broken) }

  /// The code between the braces of a block of Lua.
  package var luaBody: NginxParameter? {
    guard isLua, let last = tree.wordRange(of: id).last else { return nil }
    return NginxParameter(word: tree.words[last], directive: id, columns: columns)
  }

  /// The number of blocks around it.
  package var depth: Int { Int(record.depth) }

  /// What nginx's table says of it; nil for what nginx does not know, and for lines of data.
  package var command: NginxCommand? {
    record.command < 0 ? nil : NginxDirectiveTable.standard[record.command]
  }

  /// All of it, with its block.
  package var span: SourceSpan {
    tree.span(of: tree.start(of: id)..<Int(record.end), in: Int(record.inclusion))
  }

  /// From its name to its `;` or `{`.
  package var headSpan: SourceSpan { tree.headSpan(of: id) }

  /// Its name as it is written.
  package var nameSpan: SourceSpan {
    let words = tree.wordRange(of: id)
    let start = tree.start(of: id)
    let range = words.isEmpty ? start..<start + 1 : tree.words[words.lowerBound].writtenRange
    return tree.span(of: range, in: Int(record.inclusion))
  }

  /// Which reading of a file it came from, in `NginxConfiguration.inclusions`.
  package var inclusionID: Int { Int(record.inclusion) }

  /// The ids of the directives within its block, and within theirs.
  package var descendantIDs: Range<Int> {
    id + 1..<Int(record.subtreeEnd)
  }

  /// The directives of its block, those of included files among them.
  package var children: NginxChildren {
    NginxChildren(columns: columns, ids: descendantIDs)
  }

  /// The `include`s that led to it, the innermost first.
  package var includeChain: [NginxDirective] {
    var chain: [NginxDirective] = []
    var inclusion = tree.inclusions[inclusionID]
    while let directive = inclusion.directive, let parent = inclusion.parent {
      chain.append(NginxDirective(id: directive, columns: columns))
      inclusion = tree.inclusions[parent]
    }
    return chain
  }
}

/// A parameter of a directive.
package struct NginxParameter: Sendable {
  let word: NginxWord
  let directive: Int
  let columns: NginxColumns

  private var tree: NginxTree { columns.tree }

  /// The text as nginx takes it, without quotes and with escapes resolved.
  package var value: String {
    String(decoding: word.value(in: tree.bytes(of: directive)), as: UTF8.self)
  }

  /// The text as it is written, with its quotes.
  package var written: String {
    String(decoding: tree.bytes(of: directive)[word.writtenRange], as: UTF8.self)
  }

  package var isQuoted: Bool { word.isQuoted }

  /// Whether it has a `$`, so that nginx may find variables in it.
  package var hasDollar: Bool { word.marks.contains(.dollar) }

  /// Where it stands, with its quotes.
  package var span: SourceSpan {
    tree.span(of: word.writtenRange, in: Int(tree.records[directive].inclusion))
  }
}

/// The directives that stand directly in one block.
package struct NginxChildren: Sequence, Sendable {
  let columns: NginxColumns

  /// The ids of the directives in the block, at all depths.
  let ids: Range<Int>

  package func makeIterator() -> Iterator {
    Iterator(columns: columns, position: ids.lowerBound, end: ids.upperBound)
  }

  /// Walks over the directives of one block.
  package struct Iterator: IteratorProtocol {
    let columns: NginxColumns
    var position: Int
    let end: Int

    package mutating func next() -> NginxDirective? {
      guard position < end else { return nil }
      defer { position = Int(columns.tree.records[position].subtreeEnd) }
      return NginxDirective(id: position, columns: columns)
    }
  }
}
