/// Finds the places of spans in several files; it reads each file's lines once, when first asked.
package struct LineIndexes: Sendable {
  private var indexes: [SourceFile.ID: LineIndex] = [:]

  package init() {}

  /// The lines of a file, whose id must stand for no other one.
  package subscript(file: SourceFile) -> LineIndex {
    mutating get {
      if let index = indexes[file.id] { return index }
      let index = LineIndex(file)
      indexes[file.id] = index
      return index
    }
  }
}
