extension DockerfileProblem {
  /// The sentence in BuildKit's own words.
  package var message: String {
    switch fact {
    case .repeatedParserDirective(let name): "only one \(name) parser directive can be used"
    case .invalidEscapeToken(let token): "invalid escape token '\(token)' does not match ` or \\"
    case .noInstructions: "file with no instructions"
    case .lineTooLong: "dockerfile line greater than max allowed size of 65535"
    case .nonStringInArray:
      "when using JSON array syntax, arrays must be comprised of strings only"
    case .missingSecondArgument(let keyword): "\(keyword.upstreamName) must have two arguments"
    case .missingEquals(let word):
      "Syntax error - can't find = in \(word.goQuoted). Must be of the form: name=value"
    case .unterminatedHeredoc: "unterminated heredoc"
    case .heredocName(let failure), .expansion(let failure): failure.message
    case .lint(let lint): lint.message
    default: messageOfInstruction
    }
  }

  private var messageOfInstruction: String {
    switch fact {
    case .unknownInstruction(let name, let suggestion):
      "unknown instruction: \(name)\(hint(suggestion))"
    case .unknownFlag(let name, let suggestion): "unknown flag: --\(name)\(hint(suggestion))"
    case .repeatedFlag(let name): "duplicate flag specified: --\(name)"
    case .missingFlagValue(let name): "missing a value on flag: --\(name)"
    case .notABoolean(let flag, let value):
      "expecting boolean value for flag --\(flag), not: \(value)"
    case .noBuildStage: "no build stage in current context"
    case .requiresOneArgument(let keyword):
      "\(keyword.upstreamName) requires exactly one argument"
    case .requiresArguments(let keyword):
      "\(keyword.upstreamName) requires at least one argument"
    case .missingDestination(let keyword):
      "\(keyword.upstreamName) requires at least two arguments, but only one was provided. "
        + "Destination could not be determined"
    case .heredocAsDestination(let keyword):
      "\(keyword.upstreamName) cannot accept a heredoc as a destination"
    case .blankName(let keyword): "\(keyword.upstreamName) names can not be blank"
    case .fromArguments: "FROM requires either one or three arguments"
    case .invalidStageName(let name):
      "invalid name for build stage: \(name.goQuoted), name can't start with a number or "
        + "contain symbols"
    case .chainedTrigger: "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed"
    case .forbiddenTrigger(let keyword):
      "\(keyword.upstreamName) isn't allowed as an ONBUILD trigger"
    case .shellNotJSON: "SHELL requires the arguments to be in JSON form"
    case .emptyVolume: "VOLUME specified can not be an empty string"
    case .healthcheck(let fault): fault.message
    case .mount(let fault): fault.message
    case .runFlag("network", let value): "invalid network mode \(value.goQuoted)"
    case .runFlag(let flag, let value): "\(flag) \(value.goQuoted) is not valid"
    default: messageOfBuild
    }
  }

  private var messageOfBuild: String {
    switch fact {
    case .noStages: "dockerfile contains no stages to build"
    case .blankBase(let word): "base name (\(word)) should not be blank"
    case .base(let name, let fault):
      "failed to parse stage name \(name.goQuoted): \(fault.message)"
    case .emptyPlatform(let word): "empty platform value from expression \(word)"
    case .platform(let word, let value, let fault):
      "failed to parse platform \(word): \(fault.message(for: value))"
    case .variableInFrom:
      "variable expansion is not supported for --from, define a new stage with FROM using ARG "
        + "from global scope as a workaround"
    case .invalidStageIndex(let index): "invalid stage index \(index)"
    case .laterStage(let name, let current):
      "cannot copy from stage \(name.goQuoted), it needs to be defined before current stage "
        + current.goQuoted
    case .circularDependency(let name): "circular dependency detected on stage: \(name)"
    case .remoteSource(.url): "source can't be a URL for COPY"
    case .remoteSource(.git): "source can't be a git ref for COPY"
    case .checksum(let fault): fault.message
    case .fileMode(let mode):
      "invalid chmod parameter: '\(mode)'. it should be octal string and between 0 and 07777"
    case .fileModeSyntax: "invalid syntax"
    case .port(let fault): fault.message
    case .unknownSignal(let name): "invalid signal: \(name)"
    case .trigger(let message): message
    case .lintViolations(let rules):
      "lint violation found for rules: \(rules.joined(separator: ", "))"
    default: code
    }
  }

  private func hint(_ suggestion: String?) -> String {
    suggestion.map { " (did you mean \($0)?)" } ?? ""
  }
}
