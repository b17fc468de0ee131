/// The names that a Python module has once it is loaded, as far as its source tells.
package struct PythonNames: Sendable {
  /// The names in the order in which they are first bound.
  package private(set) var names: [String] = []

  /// False where there may be more: after `from x import *`, `exec` or a hand in `globals()`.
  package private(set) var isComplete = true

  /// Reads a module's source.
  package init(_ bytes: [UInt8]) {
    var lexer = PythonLexer(bytes)
    var blocks: [(indentation: Int, hidesNames: Bool)] = []
    for line in lexer.lines() {
      while let block = blocks.last, block.indentation >= line.indentation {
        blocks.removeLast()
      }
      noteDynamicNames(line.tokens)
      let isHidden = blocks.contains { $0.hidesNames }
      if !isHidden {
        statements(line.tokens[...])
      }
      if line.tokens.last == .symbol(":") {
        blocks.append((line.indentation, Self.opensScope(line.tokens)))
      }
    }
  }

  /// Whether the module has the name at its top level.
  package func contains(_ name: String) -> Bool {
    names.contains(name)
  }

  private static func opensScope(_ tokens: [PythonLine.Token]) -> Bool {
    let first = tokens.first == .name("async") ? tokens.dropFirst().first : tokens.first
    return first == .name("def") || first == .name("class")
  }

  private mutating func noteDynamicNames(_ tokens: [PythonLine.Token]) {
    let dynamic = ["exec", "globals", "setattr", "vars", "locals", "execfile", "__dict__"]
    for token in tokens {
      if case .name(let name) = token, dynamic.contains(name) { isComplete = false }
    }
  }

  /// The statements of one line, which semicolons part.
  private mutating func statements(_ tokens: ArraySlice<PythonLine.Token>) {
    for statement in Self.parts(of: tokens, at: ";") {
      self.statement(statement)
    }
  }

  private mutating func statement(_ tokens: ArraySlice<PythonLine.Token>) {
    guard case .name(let keyword) = tokens.first else {
      assignment(tokens)
      return
    }
    bindWalrus(tokens)
    switch keyword {
    case "async": statement(tokens.dropFirst())
    case "def", "class": bind(tokens.dropFirst().first)
    case "import": imports(tokens.dropFirst())
    case "from": fromImport(tokens)
    case "for": loop(tokens.dropFirst())
    case "if", "elif", "else", "while", "try", "except", "finally", "with", "match", "case":
      block(tokens.dropFirst())
    case "del": isComplete = false
    default: assignment(tokens)
    }
  }

  /// The head of a block may bind names after `as`; a statement may follow its colon.
  private mutating func block(_ tokens: ArraySlice<PythonLine.Token>) {
    let parts = Self.parts(of: tokens, at: ":", limit: 1)
    for (token, next) in zip(tokens, tokens.dropFirst()) where token == .name("as") {
      bind(next)
    }
    if parts.count > 1 { statement(parts[1]) }
  }

  private mutating func loop(_ tokens: ArraySlice<PythonLine.Token>) {
    bindTargets(tokens.prefix { $0 != .name("in") })
    block(tokens)
  }

  private mutating func imports(_ tokens: ArraySlice<PythonLine.Token>) {
    for item in Self.parts(of: tokens, at: ",") {
      if let alias = item.firstIndex(of: .name("as")) {
        bind(item[(alias + 1)...].first)
      } else {
        bind(item.first)
      }
    }
  }

  private mutating func fromImport(_ tokens: ArraySlice<PythonLine.Token>) {
    guard let keyword = tokens.firstIndex(of: .name("import")) else { return }
    let items = tokens[(keyword + 1)...].filter { $0 != .symbol("(") && $0 != .symbol(")") }
    if items.contains(.symbol("*")) {
      isComplete = false
      return
    }
    imports(items[...])
  }

  /// `a = b, c = value`; an annotation alone binds nothing.
  private mutating func assignment(_ tokens: ArraySlice<PythonLine.Token>) {
    bindWalrus(tokens)
    for target in Self.parts(of: tokens, at: "=").dropLast() {
      let annotated = Self.parts(of: target, at: ":", limit: 1)
      bindTargets(annotated[0])
    }
  }

  private mutating func bindTargets(_ tokens: ArraySlice<PythonLine.Token>) {
    let brackets: [PythonLine.Token] = [.symbol("("), .symbol(")"), .symbol("*")]
    // Inside square brackets after a name there is no target: `names[0] = 1` binds nothing.
    let isIndexed = zip(tokens, tokens.dropFirst()).contains { token, next in
      if case .name = token { next == .symbol("[") || next == .symbol(".") } else { false }
    }
    let open = tokens.filter { token in
      !brackets.contains(token)
        && (isIndexed || (token != .symbol("[") && token != .symbol("]")))
    }
    for item in open[...].split(separator: .symbol(",")) where item.count == 1 {
      bind(item.first)
    }
  }

  private mutating func bindWalrus(_ tokens: ArraySlice<PythonLine.Token>) {
    for (token, next) in zip(tokens, tokens.dropFirst()) where next == .symbol(":=") {
      bind(token)
    }
  }

  private mutating func bind(_ token: PythonLine.Token?) {
    if case .name(let name) = token, !names.contains(name) {
      names.append(name)
    }
  }

  /// The parts between symbols that stand outside of all brackets.
  private static func parts(
    of tokens: ArraySlice<PythonLine.Token>, at separator: String, limit: Int = .max
  ) -> [ArraySlice<PythonLine.Token>] {
    var parts: [ArraySlice<PythonLine.Token>] = []
    var depth = 0
    var start = tokens.startIndex
    for index in tokens.indices {
      guard case .symbol(let symbol) = tokens[index] else { continue }
      if "([{".contains(symbol) { depth += 1 }
      if ")]}".contains(symbol) { depth -= 1 }
      if symbol == separator, depth == 0, parts.count < limit {
        parts.append(tokens[start..<index])
        start = index + 1
      }
    }
    parts.append(tokens[start...])
    return parts
  }
}
