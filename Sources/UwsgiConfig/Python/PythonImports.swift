/// The modules that a Python module needs as soon as it is loaded: without them it is not.
struct PythonImports {
  /// A module that is imported whatever happens.
  struct Import: Equatable {
    /// The dotted name; empty for `from . import x`.
    let name: String

    /// Whether it is relative to the package of the importing module.
    let isRelative: Bool

    /// What `from` takes out of it; empty for `import` and for `*`.
    var names: [String] = []

    /// Where the statement begins, in bytes.
    let offset: Int

    /// What Flask says where a text names the module, and it is not there.
    var message: String?
  }

  /// Those up to the first statement that changes where modules are looked for.
  private(set) var imports: [Import] = []
  private(set) var isSearchPathChanged = false

  /// Reads a module's source: statements in blocks may be passed over, or their failure be caught.
  init(_ lines: [PythonLine]) {
    for line in lines where line.indentation == 0 {
      for statement in line.tokens.split(separator: .symbol(";")) {
        isSearchPathChanged = isSearchPathChanged || changesSearchPath(statement)
        guard !isSearchPathChanged else { return }
        add(statement, at: line.range.lowerBound)
      }
    }
  }

  /// What is imported after `sys.path.append(…)` is found where nobody knows.
  private func changesSearchPath(_ tokens: ArraySlice<PythonLine.Token>) -> Bool {
    let names: [PythonLine.Token] = ["path", "meta_path", "modules", "site", "importlib", "exec"]
      .map(PythonLine.Token.name)
    let isImport = tokens.first == .name("import") || tokens.first == .name("from")
    return !isImport && tokens.contains(where: names.contains)
  }

  private mutating func add(_ tokens: ArraySlice<PythonLine.Token>, at offset: Int) {
    addSettings(tokens, at: offset)
    let rest = tokens.dropFirst()
    switch tokens.first {
    case .name("import"):
      for item in rest.split(separator: .symbol(",")) {
        imports.append(
          Import(name: Self.dottedName(item), isRelative: false, offset: offset))
      }
    case .name("from"):
      let isRelative = rest.first == .symbol(".")
      let source = rest.prefix { $0 != .name("import") }.drop { $0 == .symbol(".") }
      let names = rest.drop { $0 != .name("import") }.dropFirst()
        .filter { $0 != .symbol("(") && $0 != .symbol(")") }.split(separator: .symbol(","))
        .map { Self.dottedName($0[...]) }.filter { $0 != "*" && !$0.isEmpty }
      imports.append(
        Import(
          name: Self.dottedName(source), isRelative: isRelative, names: names, offset: offset))
    default:
      return
    }
  }

  /// `app.config.from_object("settings.Production")`, which imports what its text names.
  private mutating func addSettings(_ tokens: ArraySlice<PythonLine.Token>, at offset: Int) {
    let call: [PythonLine.Token] = [
      .symbol("."), .name("config"), .symbol("."), .name("from_object"), .symbol("("),
    ]
    guard tokens.count == 8, tokens.dropFirst().starts(with: call), tokens.last == .symbol(")"),
      case .text(let text)? = tokens.dropLast().last,
      text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
    else { return }
    let parts = text.split(separator: ".").map(String.init)
    let isClass = parts.count == 2
    imports.append(
      Import(
        name: isClass ? parts[0] : text, isRelative: false, names: isClass ? [parts[1]] : [],
        offset: offset,
        message: "ImportStringError: import_string() failed for '\(text)'"))
  }

  private static func dottedName(_ tokens: ArraySlice<PythonLine.Token>) -> String {
    tokens.prefix { $0 != .name("as") }.map { token in
      switch token {
      case .name(let name): name
      case .symbol(let symbol): symbol
      case .text, .number: ""
      }
    }.joined()
  }
}
