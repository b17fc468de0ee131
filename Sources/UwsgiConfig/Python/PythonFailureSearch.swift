import Machine
import SourceText

/// Looks for what keeps a module from being loaded, in its file and in those that it imports.
struct PythonFailureSearch {
  /// How deep imports are followed.
  private static let depthLimit = 8

  let tree: any FileTree
  let path: PythonPath
  var files: SourceFiles
  private var visited: Set<String> = []

  /// The modules that are being loaded, each with the offset of the import that it has reached.
  private var loading: [String: Int] = [:]

  /// Whether a module says where others are to be found: then nobody can tell what is missing.
  private var isSearchPathChanged = false

  /// Whether a module that was read has code that may make folders.
  private var mayMakeFolders = false

  init(tree: any FileTree, path: PythonPath, files: SourceFiles) {
    self.tree = tree
    self.path = path
    self.files = files
  }

  /// The first failure that is certain; nil where there is none, or it cannot be told.
  ///
  /// A file that is no module, as that of `wsgi-file`, is loaded anew by those that import it.
  mutating func failure(
    ofFileAt filePath: String, isModule: Bool = true, depth: Int = 0
  ) -> PythonFailure? {
    guard depth < Self.depthLimit, visited.insert(filePath).inserted,
      case .file(let bytes, let origin) = tree.lookup(filePath)
    else { return nil }
    let file = files.add(path: filePath, origin: origin, bytes: bytes)
    var lexer = PythonLexer(bytes)
    let lines = lexer.lines()
    if let fault = PythonSyntax(lines).firstFault {
      return PythonFailure(message: fault.message, span: span(of: fault.offset, in: file))
    }
    let needed = PythonImports(lines)
    defer { loading[filePath] = nil }
    for module in needed.imports where !isSearchPathChanged {
      if isModule { loading[filePath] = module.offset }
      if let failure = failure(of: module, in: file, depth: depth) { return failure }
    }
    isSearchPathChanged = isSearchPathChanged || needed.isSearchPathChanged
    if let missing = missingFile(for: lines, ofFileAt: filePath) {
      return PythonFailure(message: missing.message, span: span(of: missing.offset, in: file))
    }
    return Self.serverStart(in: lines).map { offset in
      PythonFailure(
        message: "app.run() serves by itself while the module is loaded, and never ends",
        span: span(of: offset, in: file))
    }
  }

  /// The first file that a module needs and does not find, or cannot make for want of its folder.
  private mutating func missingFile(
    for lines: [PythonLine], ofFileAt filePath: String
  ) -> PythonReads.Read? {
    if let read = PythonReads(lines, ofFileAt: filePath, path.working).firstMissing(in: tree) {
      return read
    }
    let logs = PythonLogFiles(lines)
    mayMakeFolders = mayMakeFolders || logs.mayMakeFolders
    return mayMakeFolders ? nil : logs.firstWithoutFolder(in: tree)
  }

  /// Where a Flask application is run without asking for `__main__`.
  private static func serverStart(in lines: [PythonLine]) -> Int? {
    let applications = lines.compactMap { line -> PythonLine.Token? in
      let isMade = line.tokens.dropFirst().starts(with: [
        .symbol("="), .name("Flask"), .symbol("("),
      ])
      return isMade ? line.tokens.first : nil
    }
    return lines.first { line in
      line.indentation == 0 && applications.contains { line.tokens.first == $0 }
        && line.tokens.dropFirst().starts(with: [.symbol("."), .name("run"), .symbol("(")])
    }?.range.lowerBound
  }

  private mutating func failure(
    of module: PythonImports.Import, in file: SourceFile, depth: Int
  ) -> PythonFailure? {
    let place = span(of: module.offset, in: file)
    if module.isRelative {
      guard depth == 0, !file.path.hasSuffix("/__init__.py"), isAtTop(file) else { return nil }
      return PythonFailure(
        message: "ImportError: attempted relative import with no known parent package", span: place)
    }
    let first = String(module.name.prefix { $0 != "." })
    guard !first.isEmpty else { return nil }
    if case .file(let path) = path.module(first) {
      return failure(ofFileAt: path, depth: depth + 1) ?? failure(of: module, ofFileAt: path, place)
    }
    guard path.lacks(first) else { return nil }
    return PythonFailure(
      message: module.message ?? "ModuleNotFoundError: No module named '\(first)'", span: place)
  }

  /// A name that is taken out of a module, and that the module does not have.
  private func failure(
    of module: PythonImports.Import, ofFileAt path: String, _ place: SourceSpan
  ) -> PythonFailure? {
    guard !module.name.contains("."), path.hasSuffix("/\(module.name).py"),
      case .file(let bytes, _) = tree.lookup(path)
    else { return nil }
    let reached = loading[path]
    let names = PythonNames(Array(bytes[..<(reached ?? bytes.count)]))
    guard let missing = module.names.first(where: { names.lacks($0) && !$0.hasPrefix("__") }) else {
      return nil
    }
    let source =
      reached == nil
      ? "'\(module.name)'"
      : "partially initialized module '\(module.name)' (most likely due to a circular import)"
    return PythonFailure(
      message: module.message
        ?? "ImportError: cannot import name '\(missing)' from \(source) (\(path))",
      span: place)
  }

  /// Whether a file is a module of no package: it lies in a folder that is searched itself.
  private func isAtTop(_ file: SourceFile) -> Bool {
    path.folders.contains(FilePath.folder(of: file.path))
  }

  /// The line from an offset on.
  private func span(of offset: Int, in file: SourceFile) -> SourceSpan {
    let end = file.bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? file.bytes.count
    return SourceSpan(file: file.id, start: offset, end: end)
  }
}
