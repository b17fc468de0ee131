package import SourceText

/// Something that BuildKit refuses in a Dockerfile, or that its linter warns of.
package struct DockerfileProblem: Problem, Hashable {
  /// When BuildKit finds it: each phase reads the whole file before the next begins.
  package enum Phase: Sendable {
    /// Splitting the file into instructions.
    case parse

    /// Reading each instruction by itself.
    case instruction

    /// Building a stage: only stages that the image needs come this far.
    case build
  }

  /// What is wrong.
  package enum Fact: Hashable, Sendable {
    // Splitting
    case repeatedParserDirective(String)
    case invalidEscapeToken(String)
    case noInstructions
    case lineTooLong
    case nonStringInArray
    case missingSecondArgument(InstructionKeyword)
    case missingEquals(String)
    case unterminatedHeredoc(String)
    case heredocName(ExpansionFailure)

    // Instructions
    case unknownInstruction(String, suggestion: String?)
    case unknownFlag(String, suggestion: String?)
    case repeatedFlag(String)
    case missingFlagValue(String)
    case notABoolean(flag: String, value: String)
    case noBuildStage
    case requiresOneArgument(InstructionKeyword)
    case requiresArguments(InstructionKeyword)
    case missingDestination(InstructionKeyword)
    case heredocAsDestination(InstructionKeyword)
    case blankName(InstructionKeyword)
    case fromArguments
    case invalidStageName(String)
    case chainedTrigger
    case forbiddenTrigger(InstructionKeyword)
    case shellNotJSON
    case emptyVolume
    case healthcheck(HealthcheckFault)
    case mount(MountFault)
    case runFlag(String, value: String)

    // Building
    case noStages
    case expansion(ExpansionFailure)
    case blankBase(String)
    case base(String, ReferenceFault)
    case emptyPlatform(String)
    case platform(String, value: String, PlatformFault)
    case variableInFrom
    case invalidStageIndex(Int)
    case laterStage(String, current: String)
    case circularDependency(String)
    case remoteSource(RemoteSource)
    case checksum(ChecksumFault)
    case fileMode(String)
    case fileModeSyntax
    case port(PortFault)
    case unknownSignal(String)
    case trigger(String)
    case lintViolations([String])

    case lint(DockerfileLint)
  }

  package let fact: Fact
  package let span: SourceSpan

  package init(_ fact: Fact, at span: SourceSpan) {
    self.fact = fact
    self.span = span
  }

  /// The linter's rule, where this is a warning of BuildKit's linter.
  package var lint: DockerfileLint? {
    if case .lint(let lint) = fact { lint } else { nil }
  }

  package var consequence: Consequence {
    lint == nil ? .refuses : .warns
  }
}
