import NginxConfig
import SourceText

/// The statements of a file up to the first that nginx's lexer refuses.
struct NginxTokenStream {
  private(set) var statements: [NginxExpectation.Statement] = []
  private(set) var error: String?
  private let lines: LineIndex
  private let name: String

  init(_ bytes: [UInt8], name: String) {
    self.name = name
    var sources = SourceFiles()
    lines = LineIndex(sources.add(path: "FILE", bytes: bytes))
    var lexer = NginxLexer(bytes)
    var depth = 0
    while error == nil {
      var words: [NginxWord] = []
      let end = lexer.statement(into: &words)
      if let fault = lexer.faults.first {
        stop(NginxFault.lexical(fault.kind), at: fault.offset)
        return
      }
      let values = words.map { NginxExpectation.Word(bytes: $0.value(in: bytes)) }
      switch end {
      case .semicolon:
        append(values, ";", at: lexer.position - 1)
      case .openBrace:
        depth += 1
        append(values, "{", at: lexer.position - 1)
      case .closeBrace:
        depth -= 1
        append(nil, "}", at: lexer.position - 1)
        if depth < 0 {
          fail(.lexical(.unexpectedByte(UInt8(ascii: "}"))), at: lexer.position - 1)
        }
      case .endOfFile, .missing:
        append(nil, "EOF", at: bytes.count)
        if depth > 0 { fail(.structure(.unexpectedEndOfBlock), at: bytes.count) }
        return
      }
    }
  }

  private mutating func append(_ words: [NginxExpectation.Word]?, _ end: String, at offset: Int) {
    let line = lines.position(at: offset).line
    statements.append(NginxExpectation.Statement(words: words, end: end, line: line))
  }

  private mutating func stop(_ fault: NginxFault, at offset: Int) {
    append(nil, "error", at: offset)
    fail(fault, at: offset)
  }

  private mutating func fail(_ fault: NginxFault, at offset: Int) {
    error = "\(fault.nginxMessage) in \(name):\(lines.position(at: offset).line)"
  }
}
