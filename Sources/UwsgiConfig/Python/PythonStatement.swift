/// A logical line of a Python module.
package struct PythonStatement: Sendable {
  /// What is written, on one line and with single blanks.
  package let text: String

  /// Its bytes in the file.
  package let range: Range<Int>

  /// Whether it runs when the module is imported, and not only when something calls or starts it.
  package let runsOnImport: Bool

  /// The function that a decorator of a module's own stands directly above; nil for all else.
  package private(set) var decorates: String?

  /// All statements of a module's source.
  package static func statements(of bytes: [UInt8]) -> [PythonStatement] {
    var lexer = PythonLexer(bytes)
    let lines = lexer.lines()
    var deferring: [Int] = []
    return lines.indices.map { index in
      let line = lines[index]
      deferring.removeAll { $0 >= line.indentation }
      var statement = PythonStatement(line, of: bytes, runsOnImport: deferring.isEmpty)
      if line.defersItsBlock { deferring.append(line.indentation) }
      if line.isDecorator, line.indentation == 0, index + 1 < lines.endIndex {
        statement.decorates = lines[index + 1].definedFunction
      }
      return statement
    }
  }

  private init(_ line: PythonLine, of bytes: [UInt8], runsOnImport: Bool) {
    let words = bytes[line.range].split { $0 == 32 || (9...13).contains($0) }
    text = String(decoding: Array(words.joined(separator: [32])), as: UTF8.self)
    range = line.range
    self.runsOnImport = runsOnImport
  }
}

extension PythonLine {
  fileprivate var isDecorator: Bool { tokens.first == .symbol("@") }

  /// The name behind `def` or `async def`; nil for another line.
  fileprivate var definedFunction: String? {
    let words = tokens.first == .name("async") ? tokens.dropFirst() : tokens[...]
    guard words.first == .name("def"), case .name(let name) = words.dropFirst().first else {
      return nil
    }
    return name
  }

  /// Whether its block waits for a call, or for the module to be the program.
  fileprivate var defersItsBlock: Bool {
    let keyword = tokens.first == .name("async") ? tokens.dropFirst().first : tokens.first
    return keyword == .name("def") || (keyword == .name("if") && tokens.contains(.name("__name__")))
  }
}
