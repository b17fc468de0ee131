/// What makes Python refuse a module's source before any of it runs, as far as lines and brackets tell.
struct PythonSyntax {
  struct Fault: Equatable {
    /// In Python's own words.
    let message: String

    /// Where the line begins, in bytes.
    let offset: Int
  }

  private let lines: [PythonLine]

  init(_ lines: [PythonLine]) {
    self.lines = lines
  }

  /// The first fault; nil where none is found, which does not say that there is none.
  var firstFault: Fault? {
    let faults = [indentationFault, lines.lazy.compactMap(fault).first].compactMap(\.self)
    return faults.min { $0.offset < $1.offset }
  }

  private func fault(of line: PythonLine) -> Fault? {
    if let message = line.lexicalFault {
      return Fault(message: message, offset: line.range.lowerBound)
    }
    guard Self.opensBlock(line.tokens), !Self.hasColon(line.tokens) else { return nil }
    return Fault(message: "SyntaxError: expected ':'", offset: line.range.lowerBound)
  }

  private static func opensBlock(_ tokens: [PythonLine.Token]) -> Bool {
    let first = tokens.first == .name("async") ? tokens.dropFirst().first : tokens.first
    guard case .name(let keyword) = first else { return false }
    return [
      "class", "def", "elif", "else", "except", "finally", "for", "if", "try", "while", "with",
    ].contains(keyword)
  }

  /// Whether a colon stands outside of all brackets.
  private static func hasColon(_ tokens: [PythonLine.Token]) -> Bool {
    var depth = 0
    for case .symbol(let symbol) in tokens {
      if "([{".contains(symbol) { depth += 1 }
      if ")]}".contains(symbol) { depth -= 1 }
      if symbol == ":", depth == 0 { return true }
    }
    return false
  }

  /// Blocks are deeper than their heads, and come back to a depth that was there before.
  private var indentationFault: Fault? {
    var depths = [0]
    var opens = false
    for line in lines {
      let depth = line.indentation
      let current = depths[depths.count - 1]
      if opens != (depth > current) {
        let wanted = opens ? "expected an indented block" : "unexpected indent"
        return Fault(message: "IndentationError: \(wanted)", offset: line.range.lowerBound)
      }
      if opens { depths.append(depth) }
      while let last = depths.last, last > depth { depths.removeLast() }
      guard depths.last == depth else {
        return Fault(
          message: "IndentationError: unindent does not match any outer indentation level",
          offset: line.range.lowerBound)
      }
      opens = line.tokens.last == .symbol(":")
    }
    return nil
  }
}
