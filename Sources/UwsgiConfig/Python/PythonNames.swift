/// The names that a Python module has once it is loaded, as far as its source tells.
package struct PythonNames: Sendable {
  /// The names in the order in which they are first bound.
  package private(set) var names: [String] = []

  /// False where there may be more: after `from x import *`, `exec` or a hand in `globals()`.
  package private(set) var isComplete = true

  /// Names that the module may have: a function makes them where it is called, or `del` took them.
  package private(set) var uncertain: Set<String> = []

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
      if isHidden {
        noteGlobals(line.tokens)
      } else if !Self.isOnlyForPrograms(line.tokens) {
        statements(line.tokens[...])
      }
      if line.tokens.last == .symbol(":") {
        let hides = Self.opensScope(line.tokens) || Self.isOnlyForPrograms(line.tokens)
        blocks.append((line.indentation, hides))
      }
    }
    uncertain.subtract(names)
  }

  /// Whether the module certainly lacks a name once it is loaded.
  package func lacks(_ name: String) -> Bool {
    isComplete && !names.contains(name) && !uncertain.contains(name)
  }

  /// `if __name__ == "__main__":` is never true in uWSGI, whose modules have names of their own.
  private static func isOnlyForPrograms(_ tokens: [PythonLine.Token]) -> Bool {
    let condition = tokens.prefix { $0 != .symbol(":") }
      .filter { $0 != .symbol("(") && $0 != .symbol(")") }
    let name = PythonLine.Token.name("__name__")
    let main = PythonLine.Token.text("__main__")
    let keyword = PythonLine.Token.name("if")
    return condition == [keyword, name, .symbol("=="), main]
      || condition == [keyword, main, .symbol("=="), name]
  }

  /// `global a, b` in a function: its assignments are the module's, if it is ever called.
  private mutating func noteGlobals(_ tokens: [PythonLine.Token]) {
    for statement in Self.parts(of: tokens[...], at: ";") where statement.first == .name("global") {
      noteUncertain(statement.dropFirst())
    }
  }

  private mutating func noteUncertain(_ tokens: ArraySlice<PythonLine.Token>) {
    for case .name(let name) in tokens { uncertain.insert(name) }
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
    let dynamic = [
      "exec", "globals", "setattr", "vars", "locals", "execfile", "__dict__", "modules",
    ]
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
      block(tokens.dropFirst(), of: keyword)
    case "del": delete(tokens.dropFirst())
    default: assignment(tokens)
    }
  }

  private mutating func delete(_ tokens: ArraySlice<PythonLine.Token>) {
    noteUncertain(tokens)
    names.removeAll { uncertain.contains($0) }
  }

  /// The head of a block may bind names after `as`; a statement may follow its colon.
  private mutating func block(_ tokens: ArraySlice<PythonLine.Token>, of keyword: String) {
    let parts = Self.parts(of: tokens, at: ":", limit: 1)
    if keyword == "case" { noteUncertain(parts[0]) }
    for (token, next) in zip(tokens, tokens.dropFirst()) where token == .name("as") {
      bind(next)
    }
    if parts.count > 1 { statement(parts[1]) }
  }

  private mutating func loop(_ tokens: ArraySlice<PythonLine.Token>) {
    bindTargets(tokens.prefix { $0 != .name("in") })
    block(tokens, of: "for")
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
