import SourceText

extension NginxLoader {
  /// The innermost open file.
  var file: OpenFile { openFiles[openFiles.count - 1] }

  /// The innermost open block.
  var block: OpenBlock { blocks[blocks.count - 1] }

  /// The offset that nginx's line number belongs to: that of the last byte read.
  var offset: Int { max(file.lexer.position - 1, 0) }

  /// Closes the innermost block of the file, if there is one.
  mutating func closeBlock() {
    guard blocks.count > file.firstBlock else {
      report(.lexical(.unexpectedByte(Ascii.closeBrace)), at: offset..<offset + 1)
      return
    }
    tree.records[Int(block.directive)].end = Int32(file.lexer.position)
    leaveBlock()
  }

  /// Ends the innermost block, whether its brace was found or not.
  private mutating func leaveBlock() {
    let directive = Int(block.directive)
    tree.records[directive].subtreeEnd = Int32(tree.records.count)
    blockEnds(directive)
    blocks.removeLast()
    repetitions.close()
  }

  /// Ends a file, and the blocks that it has left open.
  mutating func closeFile() {
    if blocks.count > file.firstBlock {
      let end = file.lexer.bytes.count
      let opened = NginxDirective(id: Int(block.directive), tree: tree).headSpan
      report(
        .structure(.unexpectedEndOfBlock),
        at: end..<end,
        reportedAt: end,
        related: [RelatedSpan(span: opened, message: "the block that is not closed")]
      )
    }
    while blocks.count > file.firstBlock {
      tree.records[Int(block.directive)].end = Int32(file.lexer.bytes.count)
      leaveBlock()
    }
    openFiles.removeLast()
  }

  /// Enters the block of a directive.
  mutating func enterBlock(_ directive: Int, context: NginxContext, freeForm: NginxCommand? = nil) {
    tree.records[directive].marks.insert(.block)
    blocks.append(
      OpenBlock(directive: Int32(directive), context: context, freeForm: freeForm)
    )
    repetitions.open()
  }
}
