import Machine

/// The log files that a Python module opens whenever it is loaded, as far as their paths are written out.
struct PythonLogFiles {
  private(set) var files: [PythonReads.Read] = []

  /// Whether the module has code that may make the folders of its logs.
  let mayMakeFolders: Bool

  init(_ lines: [PythonLine]) {
    mayMakeFolders = lines.contains { $0.tokens.contains(where: Self.makers.contains) }
    for line in lines where line.indentation == 0 {
      guard !line.tokens.contains(where: Self.postponers.contains),
        let path = Self.path(in: line.tokens), path.hasPrefix("/"),
        !path.contains("{"), !path.contains("\\")
      else { continue }
      files.append(
        PythonReads.Read(
          path: FilePath.normalized(path),
          message: "FileNotFoundError: [Errno 2] No such file or directory: '\(path)'",
          offset: line.range.lowerBound))
    }
  }

  /// The first file in a folder that is certainly not there: logging makes none.
  func firstWithoutFolder(in tree: any FileTree) -> PythonReads.Read? {
    files.first { file in
      guard case .absent = tree.lookup(FilePath.folder(of: file.path)) else { return false }
      return true
    }
  }

  /// `logging.FileHandler("PATH"…`, and `logging.basicConfig(… filename="PATH" …)`.
  private static func path(in tokens: [PythonLine.Token]) -> String? {
    for index in tokens.indices.dropLast(2) {
      let following = tokens[(index + 1)...].prefix(2)
      guard case .text(let text)? = following.last else { continue }
      let opensHandler = handlers.contains(tokens[index]) && following.first == .symbol("(")
      let isFileName =
        tokens[index] == .name("filename") && following.first == .symbol("=")
        && tokens.starts(with: basicConfiguration)
      if opensHandler || isFileName { return text }
    }
    return nil
  }

  private static let handlers: [PythonLine.Token] = [
    "FileHandler", "RotatingFileHandler", "TimedRotatingFileHandler", "WatchedFileHandler",
  ].map(PythonLine.Token.name)

  private static let basicConfiguration: [PythonLine.Token] = [
    .name("logging"), .symbol("."), .name("basicConfig"), .symbol("("),
  ]

  /// Words of statements that open the file later, perhaps, or not at all.
  private static let postponers: [PythonLine.Token] = [
    "delay", "if", "else", "while", "for", "and", "or", "lambda", "def", "class", "try", "except",
    "finally", "async", "assert", "raise", "suppress", "match", "case",
  ].map(PythonLine.Token.name)

  private static let makers: [PythonLine.Token] = [
    "mkdir", "makedirs", "system", "subprocess", "Popen", "shutil", "mkdtemp",
  ].map(PythonLine.Token.name)
}
