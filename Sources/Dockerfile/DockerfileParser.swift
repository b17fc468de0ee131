package import SourceText

extension DockerfileDocument {
  /// Reads a Dockerfile; what BuildKit would refuse becomes a problem, and the rest still loads.
  package init(parsing file: SourceFile) {
    var parser = DockerfileParser(file)
    self = parser.document()
  }
}

/// Reads a Dockerfile's instructions one after the other, here-documents included.
private struct DockerfileParser {
  private let file: SourceFile
  private var lines: InstructionLines
  private var instructions: [Instruction] = []
  private var problems: [DockerfileProblem] = []

  init(_ file: SourceFile) {
    self.file = file
    lines = InstructionLines(file)
  }

  mutating func document() -> DockerfileDocument {
    while let line = lines.next() {
      instruction(line)
    }
    problems = lines.directives.problems + problems
    if instructions.isEmpty {
      problems.append(DockerfileProblem(.noInstructions, at: lines.source.span))
    }
    if let line = lines.source.overlong {
      problems.append(DockerfileProblem(.lineTooLong, at: line))
    }
    var check = InstructionCheck(escape: lines.directives.escape)
    for instruction in instructions { check.check(instruction) }
    check.finish(endOfFile: lines.source.span)
    return DockerfileDocument(
      file: file,
      parserDirectives: lines.directives.directives,
      escape: lines.directives.escape,
      instructions: instructions,
      globalArguments: check.globalArguments,
      stages: check.stages,
      problems: problems + check.problems
    )
  }

  private mutating func instruction(_ line: InstructionLine) {
    var splitter = InstructionSplitter(escape: lines.directives.escape)
    var instruction = splitter.instruction(line)
    problems += splitter.problems
    if line.hasEmptyContinuation {
      problems.append(DockerfileProblem(.lint(.noEmptyContinuation), at: instruction.span))
    }
    if instruction.canHaveHeredocs { readHeredocs(of: &instruction) }
    instructions.append(instruction)
  }

  private mutating func readHeredocs(of instruction: inout Instruction) {
    let marks: [HeredocMark]
    do {
      marks = try HeredocMark.marks(in: instruction.line.text)
    } catch {
      problems.append(DockerfileProblem(.heredocName(error), at: instruction.line.span))
      return
    }
    for mark in marks {
      let body = lines.heredocBody(
        terminator: Array(mark.name.utf8), stripsTabs: mark.stripsTabs)
      instruction.lines = instruction.lines.lowerBound...lines.source.taken
      guard let body else {
        problems.append(DockerfileProblem(.unterminatedHeredoc(mark.name), at: instruction.span))
        break
      }
      instruction.heredocs.append(Heredoc(mark, body: body))
    }
    guard !marks.isEmpty else { return }
    instruction.span = instruction.span.joined(with: lines.source.span)
  }
}

extension Instruction {
  fileprivate var canHaveHeredocs: Bool {
    if keyword == .onbuild, let trigger = triggers.first { return trigger.canHaveHeredocs }
    let isOfThem = keyword == .run || keyword == .copy || keyword == .add
    return isOfThem && form == .shell && line.text.contains("<<")
  }
}
