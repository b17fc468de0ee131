import SourceText

/// Reads parser directives until the first line that is none; from there on it reads nothing.
struct ParserDirectiveReader {
  private(set) var directives: [DockerfileDocument.ParserDirective] = []
  private(set) var escape = UInt8.backslash
  private(set) var problems: [DockerfileProblem] = []
  private var isDone = false

  /// Whether the line, already without white space around it, is a directive.
  mutating func read(_ line: SpannedText) -> Bool {
    guard !isDone, let directive = directive(line) else {
      isDone = true
      return false
    }
    if directives.contains(where: { $0.name == directive.name }) {
      report(.repeatedParserDirective(directive.name), directive)
      return true
    }
    directives.append(directive)
    if directive.name == "escape" { setEscape(directive) }
    return true
  }

  private mutating func setEscape(_ directive: DockerfileDocument.ParserDirective) {
    switch directive.value {
    case "`": escape = .backquote
    case "\\": escape = .backslash
    default: report(.invalidEscapeToken(directive.value), directive)
    }
  }

  private mutating func report(
    _ fact: DockerfileProblem.Fact,
    _ directive: DockerfileDocument.ParserDirective
  ) {
    problems.append(DockerfileProblem(fact, at: directive.span))
  }

  private func directive(_ line: SpannedText) -> DockerfileDocument.ParserDirective? {
    guard line.bytes.first == .hash else { return nil }
    let rest = line[1..<line.bytes.count].trimmed()
    guard let separator = rest.bytes.firstIndex(of: .equals) else { return nil }
    let name = rest[0..<separator].trimmed()
    let value = rest[(separator + 1)..<rest.bytes.count].trimmed()
    guard let first = name.bytes.first, first.isLetter, !value.isEmpty,
      name.bytes.allSatisfy({ $0.isLetter || $0.isDigit })
    else { return nil }
    let key = name.text.lowercased()
    guard knownNames.contains(key) else { return nil }
    return DockerfileDocument.ParserDirective(name: key, value: value.text, span: line.span)
  }
}

private let knownNames = ["syntax", "escape", "check"]
