import Machine

/// The files that a Python module reads whenever it is loaded, as far as their names are written out.
struct PythonReads {
  struct Read {
    /// The absolute path.
    let path: String

    /// What Python says where the file is missing.
    let message: String

    /// Where the statement begins, in bytes.
    let offset: Int
  }

  private(set) var reads: [Read] = []

  private let filePath: String
  private let working: String?

  /// Reads a module's source; relative paths count from `working`, those of Flask from the module.
  init(_ lines: [PythonLine], ofFileAt filePath: String, _ working: String?) {
    self.filePath = filePath
    self.working = working
    for line in lines {
      // From here on a file may be what the module itself has put there.
      guard !line.tokens.contains(where: Self.mayMakeFiles) else { return }
      guard line.indentation == 0, !line.tokens.contains(where: Self.isConditional) else {
        continue
      }
      addOpened(line)
      addSettings(line, in: lines)
    }
  }

  /// The first file that is certainly not there; a folder that nobody makes may be mounted.
  func firstMissing(in tree: any FileTree) -> Read? {
    reads.first { read in
      guard case .absent = tree.lookup(read.path),
        case .folder = tree.lookup(FilePath.folder(of: read.path))
      else { return false }
      return true
    }
  }

  /// `open("data.json")`, for reading.
  private mutating func addOpened(_ line: PythonLine) {
    let tokens = line.tokens
    for index in tokens.indices.dropLast(3) where tokens[index] == .name("open") {
      guard index == 0 || tokens[index - 1] != .symbol("."), tokens[index + 1] == .symbol("("),
        let name = Self.plainText(tokens[index + 2]), Self.opensForReading(tokens[(index + 3)...])
      else { continue }
      let path = name.hasPrefix("/") ? name : working.map { "\($0)/\(name)" }
      guard let path else { continue }
      reads.append(
        Read(
          path: FilePath.normalized(path),
          message: "FileNotFoundError: [Errno 2] No such file or directory: '\(name)'",
          offset: line.range.lowerBound))
    }
  }

  /// The mode comes second, unless an argument with a name does.
  private static func opensForReading(_ rest: ArraySlice<PythonLine.Token>) -> Bool {
    if rest.first == .symbol(")") { return true }
    guard rest.first == .symbol(","), let next = rest.dropFirst().first else { return false }
    switch next {
    case .text(let mode): return mode == "r" || mode == "rb" || mode == "rt"
    case .name("encoding"): return !rest.contains(.name("mode"))
    default: return false
    }
  }

  /// `app.config.from_pyfile("settings.py")`, which counts from the folder of the application.
  private mutating func addSettings(_ line: PythonLine, in lines: [PythonLine]) {
    let call: [PythonLine.Token] = [
      .symbol("."), .name("config"), .symbol("."), .name("from_pyfile"), .symbol("("),
    ]
    let tokens = line.tokens
    guard tokens.count == 8, Array(tokens[1..<6]) == call, tokens[7] == .symbol(")"),
      let name = Self.plainText(tokens[6]), let application = tokens.first
    else { return }
    let construction: [PythonLine.Token] = [
      application, .symbol("="), .name("Flask"), .symbol("("), .name("__name__"), .symbol(")"),
    ]
    guard lines.contains(where: { $0.tokens == construction }) else { return }
    let path = name.hasPrefix("/") ? name : "\(FilePath.folder(of: filePath))/\(name)"
    reads.append(
      Read(
        path: FilePath.normalized(path),
        message: "FileNotFoundError: [Errno 2] Unable to load configuration file "
          + "(No such file or directory): '\(path)'",
        offset: line.range.lowerBound))
  }

  /// A text without escapes and without fields to fill in.
  private static func plainText(_ token: PythonLine.Token) -> String? {
    guard case .text(let text) = token, !text.isEmpty, !text.contains("\\"), !text.contains("{"),
      !text.contains("\n")
    else { return nil }
    return text
  }

  private static func isConditional(_ token: PythonLine.Token) -> Bool {
    conditions.contains(token)
  }

  private static func mayMakeFiles(_ token: PythonLine.Token) -> Bool {
    makers.contains(token)
  }

  private static let conditions: [PythonLine.Token] = [
    "if", "else", "elif", "while", "for", "and", "or", "lambda", "def", "class", "try", "except",
    "finally", "async", "assert", "raise", "suppress", "match", "case",
  ].map(PythonLine.Token.name)

  private static let makers: [PythonLine.Token] =
    [
      "system", "subprocess", "Popen", "chdir", "touch", "mkstemp", "shutil", "urlretrieve",
      "write_text", "write_bytes", "write", "dump", "save",
    ].map(PythonLine.Token.name)
    + ["w", "wb", "a", "ab", "w+", "a+", "x"].map(PythonLine.Token.text)
}
