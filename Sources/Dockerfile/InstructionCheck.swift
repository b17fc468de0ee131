import SourceText

/// Reads every instruction by itself, as BuildKit does before it builds any, and groups stages.
struct InstructionCheck {
  let escape: UInt8
  private(set) var problems: [DockerfileProblem] = []
  private(set) var globalArguments: [Instruction] = []
  private(set) var stages: [Stage] = []

  init(escape: UInt8) {
    self.escape = escape
  }

  mutating func check(_ instruction: Instruction) {
    guard let keyword = instruction.keyword else {
      let name = instruction.name.text
      let names = InstructionKeyword.allCases.map(\.upstreamName)
      let suggestion = Suggestion.nearest(to: name, among: names, ignoringCase: true)
      report(.unknownInstruction(name, suggestion: suggestion), instruction.name.span)
      return
    }
    arguments(of: instruction, keyword)
    switch keyword {
    case .from:
      addStage(instruction)
    case .arg where stages.isEmpty:
      globalArguments.append(instruction)
    default:
      guard !stages.isEmpty else {
        report(.noBuildStage, instruction.span)
        return
      }
      stages[stages.count - 1].instructions.append(instruction)
    }
  }

  mutating func finish(endOfFile: SourceSpan) {
    if stages.isEmpty { report(.noStages, endOfFile) }
    var lint = StageLint()
    lint.check(stages)
    problems += lint.problems
  }

  private mutating func report(_ fact: DockerfileProblem.Fact, _ span: SourceSpan) {
    problems.append(DockerfileProblem(fact, at: span))
  }

  // MARK: - Each instruction

  private mutating func arguments(of instruction: Instruction, _ keyword: InstructionKeyword) {
    let span = instruction.span
    let count = instruction.arguments.count
    switch keyword {
    case .add, .copy:
      guard count >= 2 else { return report(.missingDestination(keyword), span) }
      flags(of: instruction, keyword)
      sources(of: instruction, keyword)
    case .arg:
      guard count >= 1 else { return report(.requiresArguments(keyword), span) }
      for argument in instruction.arguments where argument.bytes.first == .equals {
        report(.blankName(keyword), argument.span)
      }
      lintComment(above: instruction, naming: instruction.arguments.map(\.nameAndValue.name))
    case .env, .label:
      flags(of: instruction, keyword)
      pairs(of: instruction, keyword)
    case .expose, .volume:
      guard count >= 1 else { return report(.requiresArguments(keyword), span) }
      flags(of: instruction, keyword)
      guard keyword == .volume else { return }
      for argument in instruction.arguments where argument.trimmed().isEmpty {
        report(.emptyVolume, argument.span)
      }
    case .user, .workdir, .maintainer, .stopsignal:
      guard count == 1 else { return report(.requiresOneArgument(keyword), span) }
      if keyword != .stopsignal { flags(of: instruction, keyword) }
      if keyword == .maintainer { report(.lint(.maintainerDeprecated), span) }
    case .cmd, .entrypoint, .run:
      flags(of: instruction, keyword)
      if keyword == .run { runFlags(of: instruction) }
    case .shell:
      flags(of: instruction, keyword)
      guard count >= 1 else { return report(.requiresArguments(keyword), span) }
      if instruction.form != .exec { report(.shellNotJSON, span) }
    case .healthcheck:
      healthcheck(instruction)
    case .onbuild:
      trigger(of: instruction)
    case .from:
      flags(of: instruction, keyword)
    }
  }

  private mutating func flags(of instruction: Instruction, _ keyword: InstructionKeyword) {
    var seen: [String] = []
    let known = FlagKind.known(for: keyword)
    for flag in instruction.flags {
      guard let kind = known.first(where: { $0.name == flag.name })?.kind else {
        let suggestion = Suggestion.nearest(to: flag.name, among: known.map(\.name))
        report(.unknownFlag(flag.name, suggestion: suggestion), flag.span)
        continue
      }
      if kind != .texts, seen.contains(flag.name) { report(.repeatedFlag(flag.name), flag.span) }
      seen.append(flag.name)
      switch (kind, flag.value) {
      case (.boolean, nil): break
      case (.boolean, ""?), (.text, nil), (.texts, nil):
        report(.missingFlagValue(flag.name), flag.span)
      case (.boolean, let value?):
        guard !["true", "false"].contains(value.lowercased()) else { break }
        report(.notABoolean(flag: flag.name, value: value), flag.span)
      default: break
      }
    }
  }

  private mutating func sources(of instruction: Instruction, _ keyword: InstructionKeyword) {
    guard let destination = instruction.arguments.last, instruction.form == .shell else { return }
    if (try? HeredocMark(destination.text)) != nil {
      report(.heredocAsDestination(keyword), destination.span)
    }
  }

  private mutating func pairs(of instruction: Instruction, _ keyword: InstructionKeyword) {
    if instruction.pairs.isEmpty, instruction.arguments.isEmpty {
      report(.requiresArguments(keyword), instruction.span)
    }
    for pair in instruction.pairs where pair.key.isEmpty {
      report(.blankName(keyword), pair.key.span)
    }
  }

  private mutating func runFlags(of instruction: Instruction) {
    for flag in instruction.flags {
      guard let value = flag.value else { continue }
      switch flag.name {
      case "mount":
        if let fault = Mount.fault(in: value) { report(.mount(fault), flag.span) }
      case "network" where !["default", "none", "host"].contains(value):
        report(.runFlag("network", value: value), flag.span)
      case "security" where !["sandbox", "insecure"].contains(value):
        report(.runFlag("security", value: value), flag.span)
      default: break
      }
    }
  }

  private mutating func healthcheck(_ instruction: Instruction) {
    let span = instruction.span
    guard let type = instruction.arguments.first?.text else {
      return report(.requiresArguments(.healthcheck), span)
    }
    if type.uppercased() == "NONE" {
      if instruction.arguments.count > 1 { report(.healthcheck(.argumentsAfterNone), span) }
      return
    }
    flags(of: instruction, .healthcheck)
    if type.uppercased() != "CMD" {
      report(.healthcheck(.unknownType(type.uppercased())), span)
    } else if instruction.arguments.count < 2 {
      report(.healthcheck(.missingCommand), span)
    }
    if case .failure(let fault) = Healthcheck.reading(instruction) {
      report(.healthcheck(fault), span)
    }
  }

  private mutating func trigger(of instruction: Instruction) {
    guard let trigger = instruction.triggers.first else {
      return report(.requiresArguments(.onbuild), instruction.span)
    }
    flags(of: instruction, .onbuild)
    switch trigger.keyword {
    case .onbuild?: report(.chainedTrigger, trigger.span)
    case .from?: report(.forbiddenTrigger(.from), trigger.span)
    case .maintainer?: report(.forbiddenTrigger(.maintainer), trigger.span)
    default: break
    }
  }

  // MARK: - Stages

  private mutating func addStage(_ instruction: Instruction) {
    let arguments = instruction.arguments
    let isNamed = arguments.count == 3 && arguments[1].text.lowercased() == "as"
    if !isNamed, arguments.count != 1 { report(.fromArguments, instruction.span) }
    let name = isNamed ? arguments[2].text.lowercased() : nil
    if let name, !Stage.isValid(name: name) {
      report(.invalidStageName(arguments[2].text), arguments[2].span)
    }
    if isNamed { fromLint(instruction) }
    if let name { lintComment(above: instruction, naming: [name]) }
    stages.append(
      Stage(
        index: stages.count,
        name: name,
        base: arguments.first ?? SpannedText("", span: instruction.span),
        platform: instruction.flag("platform")?.value,
        from: instruction,
        instructions: []
      )
    )
  }

  /// A comment right above is taken for a description, which begins with the name.
  private mutating func lintComment(above instruction: Instruction, naming names: [String]) {
    guard let comment = instruction.comments.last, let keyword = instruction.keyword else { return }
    let first = comment.prefix { $0 != " " }
    guard !names.contains(where: { $0 == first }) else { return }
    let example = names.count > 1 ? "<arg_key>" : names.first ?? ""
    let lint = DockerfileLint.invalidDefinitionDescription(
      instruction: keyword.upstreamName, name: example)
    report(.lint(lint), instruction.span)
  }

  private mutating func fromLint(_ instruction: Instruction) {
    let keyword = instruction.name.text
    let (connector, name) = (instruction.arguments[1].text, instruction.arguments[2].text)
    if name != name.lowercased() { report(.lint(.stageNameCasing(name)), instruction.span) }
    let isLower = keyword == keyword.lowercased()
    guard isLower || keyword == keyword.uppercased() else { return }
    if connector != (isLower ? connector.lowercased() : connector.uppercased()) {
      report(.lint(.fromAsCasing(from: keyword, as: connector)), instruction.span)
    }
  }
}

extension Stage {
  fileprivate static func isValid(name: String) -> Bool {
    guard let first = name.utf8.first, first.isLetter else { return false }
    return name.utf8.allSatisfy {
      $0.isLetter || $0.isDigit || $0 == .hyphen || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: ".")
    }
  }
}
