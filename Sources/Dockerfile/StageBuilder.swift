import SourceText

/// Carries out a stage's instructions on paper, as BuildKit's `dockerfile2llb` dispatches them.
struct StageBuilder {
  let document: DockerfileDocument
  let options: DockerfileBuild.Options
  let globals: VariableScope

  /// The stages that are built already, by their numbers.
  let finished: [Int]

  var result: StageBuild
  private(set) var problems: [DockerfileProblem] = []
  private var triggers: [Instruction] = []
  private var lastOfItsKind: [InstructionKeyword: Instruction] = [:]

  init(
    _ start: StageBuild, document: DockerfileDocument, options: DockerfileBuild.Options,
    globals: VariableScope, finished: [Int]
  ) {
    self.document = document
    self.options = options
    self.globals = globals
    self.finished = finished
    result = start
  }

  /// Takes over what the stage that this one starts from keeps for its children.
  mutating func inheritTriggers(from base: Stage) {
    triggers = base.instructions.flatMap(\.triggers)
    result.configuration.triggers = []
  }

  mutating func build() {
    readTriggersOfImage()
    if result.configuration.isComplete, result.configuration.environmentValue("PATH") == nil {
      result.configuration.setEnvironment(BuildVariable("PATH", ExpandedWord(defaultPath)))
    }
    for variable in result.configuration.environment { result.scope.set(variable) }
    if !result.configuration.workingDirectory.text.isEmpty {
      changeFolder(to: result.configuration.workingDirectory)
    }
    for instruction in triggers + result.stage.instructions {
      dispatch(instruction)
    }
  }

  mutating func report(_ fact: DockerfileProblem.Fact, _ span: SourceSpan) {
    problems.append(DockerfileProblem(fact, at: span))
  }

  private mutating func readTriggersOfImage() {
    for trigger in result.configuration.triggers {
      let text = SpannedText(trigger, span: result.stage.from.span)
      var splitter = InstructionSplitter(escape: .backslash)
      let lines = result.stage.from.lines
      triggers.append(
        splitter.instruction(
          InstructionLine(text: text, lines: lines, comments: [], hasEmptyContinuation: false)))
      problems += splitter.problems
    }
    result.configuration.triggers = []
  }

  private mutating func dispatch(_ instruction: Instruction) {
    switch instruction.keyword {
    case .arg?: argument(instruction)
    case .env?: environment(instruction)
    case .label?: labels(instruction)
    case .run?: run(instruction)
    case .copy?, .add?: copy(instruction)
    case .workdir?: workingDirectory(instruction)
    case .user?: user(instruction)
    case .cmd?, .entrypoint?: command(instruction)
    case .healthcheck?: healthcheck(instruction)
    case .expose?: expose(instruction)
    case .volume?: volumes(instruction)
    case .stopsignal?: stopSignal(instruction)
    case .shell?:
      guard instruction.form == .exec else { return }
      result.configuration.shell = instruction.arguments.map(\.text)
    case .onbuild?:
      guard let trigger = instruction.triggers.first else { return }
      result.configuration.triggers.append(trigger.expression)
    case .from?, .maintainer?, nil: break
    }
  }

  // MARK: - Words

  /// Expands a word of an instruction; nil where BuildKit cannot.
  mutating func expand(_ word: SpannedText, of instruction: Instruction) -> ExpandedWord? {
    expand(word.text, span: word.span, of: instruction)
  }

  mutating func expand(
    _ text: String, span: SourceSpan, of instruction: Instruction,
    options: WordExpander.Options = []
  ) -> ExpandedWord? {
    do {
      let escape = options.contains(.ignoreQuotes) ? .backslash : document.escape
      let expansion = try result.scope.expansion(of: text, escape: escape, options: options)
      lintUnset(expansion, of: instruction)
      return result.scope.expanded(expansion.text, expansion, span: span)
    } catch {
      lintUnset(in: text, of: instruction)
      report(.expansion(error), instruction.span)
      return nil
    }
  }

  private mutating func lintUnset(_ expansion: WordExpansion, of instruction: Instruction) {
    lintUnset(expansion.unset, of: instruction)
  }

  /// BuildKit warns of what it met before it gave up.
  private mutating func lintUnset(in text: String, of instruction: Instruction) {
    var met: [String] = []
    let scope = result.scope
    _ = try? WordExpander.expand(text, escape: document.escape) { name in
      let value = scope[name]?.text
      if value == nil, !met.contains(name) { met.append(name) }
      return value
    }
    lintUnset(met, of: instruction)
  }

  private mutating func lintUnset(_ names: [String], of instruction: Instruction) {
    // An unknown base image may well set it.
    guard result.scope.isComplete else { return }
    for name in names where !result.scope.declared.contains(name) {
      let known = result.scope.variables.map(\.name)
      let suggestion = Suggestion.nearest(to: name, among: known)
      report(.lint(.undefinedVar(name, suggestion: suggestion)), instruction.span)
    }
  }

  /// Warns of an instruction of which only the last one counts.
  mutating func countOnce(_ instruction: Instruction) {
    guard let keyword = instruction.keyword else { return }
    if let earlier = lastOfItsKind[keyword] {
      let name = instruction.name.text
      report(.lint(.multipleInstructionsDisallowed(name)), earlier.span)
    }
    lastOfItsKind[keyword] = instruction
  }

  func wasSeen(_ keyword: InstructionKeyword) -> Bool {
    lastOfItsKind[keyword] != nil
  }

  mutating func changeFolder(to folder: ExpandedWord) {
    var folder = folder
    let current = result.configuration.workingDirectory
    let isAbsolute = folder.text.hasPrefix("/")
    folder.isCertain =
      folder.isCertain
      && (isAbsolute || (current.isCertain && (result.configuration.isComplete || isSet(current))))
    folder.text =
      isAbsolute
      ? GoPath.cleaned(folder.text) : GoPath.joined("/", current.text, folder.text)
    result.configuration.workingDirectory = folder
  }

  private func isSet(_ folder: ExpandedWord) -> Bool {
    result.hasWorkingDirectory && folder.span != nil
  }
}

extension Instruction {
  /// The instruction as `ONBUILD` stores it, here-documents included.
  var expression: String {
    line.trimmed().text + heredocs.map { "\n\($0.body.text)\($0.name)" }.joined()
  }
}

private let defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
