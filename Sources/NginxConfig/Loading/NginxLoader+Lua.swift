extension NginxLoader {
  /// Reads the body of a block of Lua as one more word of its directive.
  mutating func readLua(_ id: Int) {
    let current = openFiles.count - 1
    tree.words.append(openFiles[current].lexer.luaBody())
    tree.records[id].marks.formUnion([.block, .lua])
    tree.records[id].end = Int32(openFiles[current].lexer.position)
    if !openFiles[current].lexer.faults.isEmpty { takeFaults() }
  }
}
