import SourceText

/// Finds out what each stage starts from, which stages the image needs, and builds those.
struct BuildPlanner {
  private let document: DockerfileDocument
  private let options: DockerfileBuild.Options
  private var globals: VariableScope
  private var bases: [StageBuild.Base] = []
  private(set) var problems: [DockerfileProblem] = []
  private(set) var built: [StageBuild] = []
  private(set) var target: Int?

  init(_ document: DockerfileDocument, options: DockerfileBuild.Options) {
    self.document = document
    self.options = options
    globals = VariableScope(isComplete: true)
  }

  mutating func plan(baseConfiguration: (String) -> ImageConfiguration?) {
    guard !document.stages.isEmpty else { return }
    chooseTarget()
    globals = defaultGlobals()
    lintDefaultBases()
    globals = withArguments(globals, overrides: options.arguments, reports: true)
    for stage in document.stages {
      bases.append(base(of: stage))
    }
    checkReferences()
    let reachable = reachableStages()
    for stage in document.stages where reachable.contains(stage.index) {
      build(stage, baseConfiguration: baseConfiguration)
    }
  }

  private mutating func report(_ fact: DockerfileProblem.Fact, _ span: SourceSpan) {
    problems.append(DockerfileProblem(fact, at: span))
  }

  private mutating func chooseTarget() {
    guard let name = options.target else {
      target = document.stages.count - 1
      return
    }
    target = document.stages.last { $0.name == name.lowercased() }?.index
    if target == nil, let index = Int(name), document.stages.indices.contains(index) {
      target = index
    }
  }

  // MARK: - Global arguments

  private func defaultGlobals() -> VariableScope {
    let platform = options.platform
    let parts = [
      ("PLATFORM", platform.text), ("OS", platform.system), ("OSVERSION", ""),
      ("ARCH", platform.architecture), ("VARIANT", platform.variant),
    ]
    var scope = VariableScope(isComplete: true)
    for prefix in ["BUILD", "TARGET"] {
      for (name, value) in parts {
        let name = prefix + name
        let given = options.arguments[name]
        scope.set(
          BuildVariable(name, ExpandedWord(given ?? value, isCertain: given != nil)))
      }
    }
    let name = options.target ?? document.stages.last?.name ?? "default"
    scope.set(BuildVariable("TARGETSTAGE", ExpandedWord(name)))
    return scope
  }

  private mutating func withArguments(
    _ scope: VariableScope, overrides: [String: String], reports: Bool
  ) -> VariableScope {
    var scope = scope
    for instruction in document.globalArguments {
      for argument in instruction.arguments {
        let (name, value) = argument.nameAndValue
        scope.declare(name)
        if let given = overrides[name] {
          scope.set(BuildVariable(name, ExpandedWord(given, span: argument.span)))
        } else if let value {
          do {
            var word = try scope.expand(value, escape: document.escape)
            word.isCertain = word.isCertain && options.trustsDefaults
            scope.set(BuildVariable(name, word))
          } catch {
            if reports { report(.expansion(error), instruction.span) }
          }
        }
      }
    }
    return scope
  }

  private mutating func lintDefaultBases() {
    let scope = withArguments(globals, overrides: [:], reports: false)
    for stage in document.stages {
      guard let name = try? scope.expand(stage.base, escape: document.escape).text else { return }
      if (try? ImageReference(parsing: name)) == nil {
        report(.lint(.invalidDefaultArgInFrom(stage.base.text)), stage.from.span)
      }
    }
  }

  // MARK: - Bases

  private mutating func base(of stage: Stage) -> StageBuild.Base {
    let span = stage.from.span
    var name = ExpandedWord(stage.base.text, span: stage.base.span, isCertain: false)
    do {
      let expansion = try globals.expansion(
        of: stage.base.text, escape: document.escape, options: [])
      lintUnset(expansion, span)
      name = globals.expanded(expansion.text, expansion, span: stage.base.span)
      if name.text.isEmpty { report(.blankBase(stage.base.text), span) }
    } catch {
      report(.expansion(error), span)
    }
    platform(of: stage)
    // Names are kept in lower case, but `FROM` looks them up as they are written.
    if let earlier = document.stages[..<stage.index].last(where: { $0.name == name.text }) {
      return .stage(earlier.index)
    }
    return name.text == "scratch" ? .scratch : .image(name)
  }

  private mutating func platform(of stage: Stage) {
    guard let word = stage.platform, !word.isEmpty else { return }
    let span = stage.from.span
    let expansion: WordExpansion
    do {
      expansion = try globals.expansion(of: word, escape: document.escape, options: [])
    } catch {
      return report(.expansion(error), span)
    }
    lintUnset(expansion, span)
    if expansion.used == ["TARGETPLATFORM"], expansion.unset.isEmpty,
      expansion.text == globals["TARGETPLATFORM"]?.text
    {
      report(.lint(.redundantTargetPlatform(word)), span)
    }
    guard !expansion.text.isEmpty else { return report(.emptyPlatform(word), span) }
    do {
      let platform = try BuildPlatform(parsing: expansion.text)
      let name = stage.name ?? ""
      guard expansion.used.isEmpty, expansion.unset.isEmpty,
        !name.contains(platform.system), !name.contains(platform.architecture)
      else { return }
      report(.lint(.fromPlatformFlagConstDisallowed(expansion.text)), span)
    } catch {
      report(.platform(word, value: expansion.text, error), span)
    }
  }

  private mutating func lintUnset(_ expansion: WordExpansion, _ span: SourceSpan) {
    let known = globals.declared.sorted() + globals.variables.map(\.name)
    for name in expansion.unset where !known.contains(name) {
      let suggestion = Suggestion.nearest(to: name, among: known)
      report(.lint(.undefinedArgInFrom(name, suggestion: suggestion)), span)
    }
  }

  // MARK: - Needed stages

  private mutating func checkReferences() {
    for instruction in document.stages.flatMap(\.instructions) where instruction.keyword == .copy {
      guard let flag = instruction.flag("from"), let from = flag.value else { continue }
      if let index = Int(from) {
        if !document.stages.indices.contains(index) {
          report(.invalidStageIndex(index), flag.span)
        }
      } else if from.contains("$") {
        report(.variableInFrom, flag.span)
      }
    }
  }

  private func reachableStages() -> Set<Int> {
    var reachable: Set<Int> = []
    var waiting = target.map { [$0] } ?? []
    while let index = waiting.popLast() {
      guard reachable.insert(index).inserted else { continue }
      if case .stage(let base) = bases[index] { waiting.append(base) }
      waiting += document.stages[index].instructions.flatMap(neededStages)
    }
    return reachable
  }

  private func neededStages(by instruction: Instruction) -> [Int] {
    let names: [String]
    switch instruction.keyword {
    case .copy?: names = instruction.flag("from")?.value.map { [$0] } ?? []
    case .run?:
      names = instruction.flags.filter { $0.name == "mount" }.compactMap {
        Mount.from(in: $0.value ?? "")
      }
    default: names = []
    }
    return names.compactMap(document.stageIndex)
  }

  private mutating func build(
    _ stage: Stage, baseConfiguration: (String) -> ImageConfiguration?
  ) {
    var start: StageBuild
    switch bases[stage.index] {
    case .stage(let index):
      guard let base = built.first(where: { $0.stage.index == index }) else { return }
      start = StageBuild(
        stage: stage, base: .stage(index), configuration: base.configuration, scope: base.scope,
        hasWorkingDirectory: base.hasWorkingDirectory)
    case .scratch:
      var configuration = ImageConfiguration()
      configuration.workingDirectory = ExpandedWord("/")
      start = StageBuild(
        stage: stage, base: .scratch, configuration: configuration, scope: VariableScope())
    case .image(let name):
      if !name.text.isEmpty {
        do {
          _ = try ImageReference(parsing: name.text)
        } catch {
          report(.base(name.text, error), stage.from.span)
        }
      }
      let known = name.isCertain || name.text == stage.base.text
      let configuration =
        (known ? baseConfiguration(name.text) : baseConfiguration(name.text).map(\.uncertain))
        ?? ImageConfiguration(isComplete: false)
      start = StageBuild(
        stage: stage, base: .image(name), configuration: configuration,
        scope: VariableScope(isComplete: configuration.isComplete))
    }
    var builder = StageBuilder(
      start, document: document, options: options, globals: globals,
      finished: built.map(\.stage.index))
    if case .stage(let index) = bases[stage.index] {
      builder.inheritTriggers(from: document.stages[index])
    }
    builder.build()
    problems += builder.problems
    built.append(builder.result)
  }
}

extension ImageConfiguration {
  /// The same, but there may be more: what `FROM $NAME` starts from can be chosen.
  fileprivate var uncertain: ImageConfiguration {
    var copy = self
    copy.isComplete = false
    return copy
  }
}

extension DockerfileDocument {
  /// The number of the stage that a `--from` names; nil for an image.
  func stageIndex(_ from: String) -> Int? {
    if let index = Int(from) { return stages.indices.contains(index) ? index : nil }
    return stages.last { $0.name == from.lowercased() }?.index
  }
}

extension SpannedText {
  /// The two sides of the first `=` of an `ARG`.
  var nameAndValue: (name: String, value: SpannedText?) {
    guard let separator = bytes.firstIndex(of: .equals) else { return (text, nil) }
    return (self[0..<separator].text, self[(separator + 1)..<bytes.count])
  }
}
