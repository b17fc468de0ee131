extension DockerfileProblem {
  package var code: String {
    switch fact {
    case .repeatedParserDirective: "repeated-parser-directive"
    case .invalidEscapeToken: "invalid-escape-token"
    case .noInstructions: "no-instructions"
    case .lineTooLong: "line-too-long"
    case .nonStringInArray: "non-string-in-array"
    case .missingSecondArgument, .requiresOneArgument, .requiresArguments, .missingDestination,
      .fromArguments, .blankName, .emptyVolume:
      "wrong-arguments"
    case .missingEquals: "missing-equals"
    case .unterminatedHeredoc: "unterminated-heredoc"
    case .heredocName, .expansion: "bad-substitution"
    case .unknownInstruction: "unknown-instruction"
    case .unknownFlag, .repeatedFlag, .missingFlagValue, .notABoolean, .runFlag: "bad-flag"
    case .noBuildStage, .noStages: "no-stage"
    case .heredocAsDestination: "heredoc-as-destination"
    case .invalidStageName: "invalid-stage-name"
    case .chainedTrigger, .forbiddenTrigger, .trigger: "bad-trigger"
    case .shellNotJSON: "shell-not-json"
    case .healthcheck: "bad-healthcheck"
    case .mount: "bad-mount"
    case .blankBase, .base: "bad-base"
    case .emptyPlatform, .platform: "bad-platform"
    case .variableInFrom, .invalidStageIndex, .laterStage, .circularDependency:
      "bad-stage-reference"
    case .remoteSource, .checksum: "bad-source"
    case .fileMode, .fileModeSyntax: "bad-file-mode"
    case .port: "bad-port"
    case .unknownSignal: "unknown-signal"
    case .lintViolations: "lint-violations"
    case .lint(let lint): lint.code
    }
  }

  /// When BuildKit finds it.
  package var phase: Phase {
    switch fact {
    case .repeatedParserDirective, .invalidEscapeToken, .noInstructions, .lineTooLong,
      .nonStringInArray, .missingSecondArgument, .missingEquals, .unterminatedHeredoc,
      .heredocName:
      .parse
    case .unknownInstruction, .unknownFlag, .repeatedFlag, .missingFlagValue, .notABoolean,
      .noBuildStage, .requiresOneArgument, .requiresArguments, .missingDestination,
      .heredocAsDestination, .blankName, .fromArguments, .invalidStageName, .chainedTrigger,
      .forbiddenTrigger, .shellNotJSON, .emptyVolume, .healthcheck, .runFlag:
      .instruction
    case .mount(let fault):
      fault.isFoundUnexpanded ? .instruction : .build
    default:
      .build
    }
  }
}

extension DockerfileLint {
  /// The rule's name in kebab-case.
  package var code: String {
    var code = ""
    var previousIsUpper = true
    for character in rule {
      if character.isUppercase, !previousIsUpper { code += "-" }
      previousIsUpper = character.isUppercase
      code += character.lowercased()
    }
    // "JSONArgs" is the one name whose capitals run on.
    return code.hasPrefix("jsonargs") ? "json-args" + code.dropFirst("jsonargs".count) : code
  }
}
