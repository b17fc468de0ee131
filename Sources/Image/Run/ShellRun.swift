import Machine
import ShellScript
import SourceText

/// Runs a script on paper: each command changes the image as far as that can be told.
///
/// Where a branch may be taken or not, both ways are gone and their images merged.
struct ShellRun {
  var image: Image
  var state: ShellState
  var sources: SourceFiles

  /// The instruction that runs it.
  let span: SourceSpan

  /// How many scripts, functions and shells are open.
  var depth = 0

  /// How many commands may still be run, so that no loop goes on for long.
  var budget = 5000

  /// What the command before in a pipeline printed; nil where that is not known.
  var input: [UInt8]?

  /// What the last command printed; nil where that is not known.
  var output: [UInt8]?

  static let depthLimit = 12

  init(image: Image, state: ShellState, sources: SourceFiles, span: SourceSpan) {
    self.image = image
    self.state = state
    self.sources = sources
    self.span = span
  }

  mutating func report(_ kind: ImageProblem.Kind) {
    let problem = ImageProblem(kind: kind, span: span)
    if !image.problems.contains(problem) { image.problems.append(problem) }
  }

  // MARK: - Lists

  @discardableResult
  mutating func run(_ list: ShellList, _ expectation: Expectation) -> CommandOutcome {
    var outcome = CommandOutcome.succeeds
    for (position, item) in list.items.enumerated() {
      if let cut = state.cut {
        guard !cut.isCertain else { break }
        // Whether the rest is run at all is not known.
        let rest = ShellList(items: Array(list.items[position...]))
        maybe { run in
          run.state.cut = nil
          return run.run(rest, .mayFail)
        }
        return .unknown
      }
      let isLast = position == list.items.count - 1
      let matters = (isLast && !item.isBackground) || state.stopsOnFailure
      outcome = run(item, matters ? expectation : .shouldSucceed)
      if item.isBackground { outcome = .succeeds }
      if state.stopsOnFailure, item.pipelines.count == 1, !item.isBackground {
        noteFailure(outcome, expectation)
      }
    }
    return outcome
  }

  private mutating func run(_ item: ShellItem, _ expectation: Expectation) -> CommandOutcome {
    var outcome = CommandOutcome.succeeds
    for (position, (condition, pipeline)) in item.pipelines.enumerated() {
      if state.cut?.isCertain == true { return outcome }
      let isCaught = item.pipelines[(position + 1)...].contains {
        if case .afterFailure = $0.condition { true } else { false }
      }
      let expected = isCaught ? .mayFail : expectation
      switch (condition, outcome) {
      case (.afterSuccess, .fails), (.afterFailure, .succeeds):
        continue
      case (.always, _), (.afterSuccess, .succeeds), (.afterFailure, .fails):
        outcome = run(pipeline, expected)
      case (.afterFailure, .unknown) where pipeline.isFailedExit && expected != .mayFail:
        // There would be no image.
        outcome = .succeeds
      case (.afterSuccess, .unknown), (.afterFailure, .unknown):
        maybe { $0.run(pipeline, .mayFail) }
        outcome = expected == .mayFail ? .unknown : .succeeds
      }
    }
    return outcome
  }

  private mutating func run(
    _ pipeline: ShellPipeline, _ expectation: Expectation
  ) -> CommandOutcome {
    var outcome = CommandOutcome.succeeds
    input = nil
    for (position, command) in pipeline.commands.enumerated() {
      let isLast = position == pipeline.commands.count - 1
      let expected = pipeline.isNegated ? .mayFail : isLast ? expectation : .shouldSucceed
      let outer = state
      outcome = run(command, expected)
      // Each command of several has a shell of its own.
      if pipeline.commands.count > 1 { state = outer }
      input = output
      output = nil
    }
    output = input
    input = nil
    return pipeline.isNegated ? outcome.negated : outcome
  }

  // MARK: - Commands

  mutating func run(_ command: ShellCommand, _ expectation: Expectation) -> CommandOutcome {
    guard depth < Self.depthLimit * 4, budget > 0 else {
      doubtEverything(because: "…")
      return .unknown
    }
    depth += 1
    defer { depth -= 1 }
    switch command {
    case .simple(let command):
      return run(command, expectation)
    case .subshell(let list, let redirections):
      let outer = state
      let outcome = run(list, expectation)
      state = outer
      redirect(redirections, output: nil)
      return outcome
    case .group(let list, let redirections):
      let outcome = run(list, expectation)
      redirect(redirections, output: nil)
      return outcome
    case .conditional(let conditional):
      return run(conditional, expectation)
    case .forLoop(let loop):
      return run(loop, expectation)
    case .whileLoop(let loop):
      run(loop.condition, .mayFail)
      maybe { $0.run(loop.body, .mayFail) }
      leave(.loop)
      redirect(loop.redirections, output: nil)
      return .unknown
    case .choice(let choice):
      return run(choice, expectation)
    case .function(let name, let body):
      state.functions[name] = body
      return .succeeds
    case .unknown:
      return .unknown
    }
  }

  private mutating func run(
    _ conditional: ShellConditional, _ expectation: Expectation
  ) -> CommandOutcome {
    var branches = conditional.branches[...]
    guard let branch = branches.popFirst() else {
      return conditional.otherwise.map { run($0, expectation) } ?? .succeeds
    }
    var rest = conditional
    rest.branches = Array(branches)
    defer { redirect(conditional.redirections, output: nil) }
    let outer = state.stopsOnFailure
    state.stopsOnFailure = false
    let outcome = run(branch.condition, .mayFail)
    state.stopsOnFailure = outer
    switch outcome {
    case .succeeds: return run(branch.body, expectation)
    case .fails: return run(rest, expectation)
    case .unknown:
      either({ $0.run(branch.body, .mayFail) }, or: { $0.run(rest, .mayFail) })
      return .unknown
    }
  }

  private mutating func run(_ loop: ShellForLoop, _ expectation: Expectation) -> CommandOutcome {
    let words = loop.words.map { expander.fields($0) } ?? Array(state.arguments.dropFirst())
    var outcome = CommandOutcome.succeeds
    for word in words {
      guard budget > 0 else { break }
      state.variables[loop.variable] = word
      if Unknown.isIn(word) {
        maybe { $0.run(loop.body, .mayFail) }
      } else {
        outcome = run(loop.body, state.stopsOnFailure ? expectation : .shouldSucceed)
      }
      if let cut = state.cut {
        if cut.isCertain, cut.level == .loop, cut.goesOn {
          state.cut = nil
          continue
        }
        if cut.isCertain { break }
        state.cut = nil
        // Of the other rounds nobody knows which there are.
        for word in words.drop(while: { $0 != word }).dropFirst() where budget > 0 {
          state.variables[loop.variable] = word
          maybe { $0.run(loop.body, .mayFail) }
        }
        break
      }
    }
    leave(.loop)
    redirect(loop.redirections, output: nil)
    return outcome
  }

  private mutating func run(_ choice: ShellChoice, _ expectation: Expectation) -> CommandOutcome {
    let subject = expander.text(choice.subject)
    for branch in choice.branches {
      let patterns = branch.patterns.map { expander.text($0) }
      if Unknown.isIn(subject) || patterns.contains(where: Unknown.isIn) {
        maybe { $0.run(branch.body, .mayFail) }
      } else if patterns.contains(where: { GlobPattern($0).matches(subject) }) {
        return run(branch.body, expectation)
      }
    }
    return .succeeds
  }

  // MARK: - What is left early

  /// After `set -e` a failure ends the script.
  private mutating func noteFailure(_ outcome: CommandOutcome, _ expectation: Expectation) {
    if outcome == .fails { state.cut = state.cut ?? Cut(level: .script, hasFailed: true) }
    if outcome == .unknown, expectation == .mayFail {
      state.cut = state.cut ?? Cut(level: .script, isCertain: false)
    }
  }

  /// Says that a loop, a function or a script is over, and with it what only left that.
  mutating func leave(_ level: Cut.Level) {
    if let cut = state.cut, cut.level.rawValue <= level.rawValue { state.cut = nil }
  }

  // MARK: - Two ways

  /// Does something that may be done or not.
  mutating func maybe(_ body: (inout ShellRun) -> CommandOutcome) {
    either(body, or: { _ in .succeeds })
  }

  /// Does one of two things, nobody can tell which.
  mutating func either(
    _ body: (inout ShellRun) -> CommandOutcome, or other: (inout ShellRun) -> CommandOutcome
  ) {
    var left = self
    var right = self
    _ = body(&left)
    right.budget = left.budget
    right.sources = left.sources
    _ = other(&right)
    self = left.merged(with: right)
  }

  private func merged(with other: ShellRun) -> ShellRun {
    // A way on which the build would have failed is not the one that was gone.
    let hasFailed = state.cut?.hasFailed == true
    let hasOtherFailed = other.state.cut?.hasFailed == true
    if hasFailed != hasOtherFailed { return hasFailed ? other : self }
    var result = other
    result.image = image.merged(with: other.image)
    for (name, value) in state.variables where other.state.variables[name] != value {
      result.state.variables[name] = String(Unknown.mark)
    }
    for name in other.state.variables.keys where state.variables[name] == nil {
      result.state.variables[name] = String(Unknown.mark)
    }
    if state.folder != other.state.folder { result.state.folder = "/" + String(Unknown.mark) }
    if state.cut != other.state.cut {
      result.state.cut = state.cut ?? other.state.cut
      result.state.cut?.isCertain = false
    }
    result.output = nil
    return result
  }

  var expander: ShellExpander {
    ShellExpander(state: state, image: image)
  }
}
