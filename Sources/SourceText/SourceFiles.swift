/// All files that one stack's loading has read; a span's file is looked up here.
package struct SourceFiles: Sendable {
  package private(set) var files: [SourceFile] = []
  private var idsByPath: [String: SourceFile.ID] = [:]

  package init() {}

  /// Adds a file, or answers the one that is already there under this path with the same text.
  package mutating func add(path: String, origin: String? = nil, bytes: [UInt8]) -> SourceFile {
    if let id = idsByPath[path], self[id].bytes == bytes {
      return self[id]
    }
    let id = SourceFile.ID(rawValue: Int32(files.count))
    let file = SourceFile(id: id, path: path, origin: origin, bytes: bytes)
    files.append(file)
    idsByPath[path] = id
    return file
  }

  /// Says that paths are those of another container from here on: files of the same name are others.
  package mutating func enterContainer() {
    idsByPath = [:]
  }

  package subscript(id: SourceFile.ID) -> SourceFile {
    files[Int(id.rawValue)]
  }

  /// The text that a span covers.
  package func text(of span: SourceSpan) -> String {
    self[span.file].text(in: span.range)
  }
}
