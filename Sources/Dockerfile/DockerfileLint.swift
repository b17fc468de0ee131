/// A warning of BuildKit's linter.
package enum DockerfileLint: Hashable, Sendable {
  case stageNameCasing(String)
  case fromAsCasing(from: String, as: String)
  case noEmptyContinuation
  case consistentInstructionCasing(String, expected: String)
  case duplicateStageName(String)
  case reservedStageName(String)
  case jsonArgsRecommended(String)
  case maintainerDeprecated
  case undefinedArgInFrom(String, suggestion: String?)
  case workdirRelativePath(String)
  case undefinedVar(String, suggestion: String?)
  case multipleInstructionsDisallowed(String)
  case legacyKeyValueFormat(String)
  case redundantTargetPlatform(String)
  case secretsUsedInArgOrEnv(instruction: String, name: String)
  case invalidDefaultArgInFrom(String)
  case fromPlatformFlagConstDisallowed(String)
  case copyIgnoredFile(instruction: String, path: String)
  case invalidDefinitionDescription(instruction: String, name: String)
  case exposeProtoCasing(String)
  case exposeInvalidFormat(String)

  /// The rule's name in BuildKit, as `check=skip=…` takes it.
  package var rule: String {
    switch self {
    case .stageNameCasing: "StageNameCasing"
    case .fromAsCasing: "FromAsCasing"
    case .noEmptyContinuation: "NoEmptyContinuation"
    case .consistentInstructionCasing: "ConsistentInstructionCasing"
    case .duplicateStageName: "DuplicateStageName"
    case .reservedStageName: "ReservedStageName"
    case .jsonArgsRecommended: "JSONArgsRecommended"
    case .maintainerDeprecated: "MaintainerDeprecated"
    case .undefinedArgInFrom: "UndefinedArgInFrom"
    case .workdirRelativePath: "WorkdirRelativePath"
    case .undefinedVar: "UndefinedVar"
    case .multipleInstructionsDisallowed: "MultipleInstructionsDisallowed"
    case .legacyKeyValueFormat: "LegacyKeyValueFormat"
    case .redundantTargetPlatform: "RedundantTargetPlatform"
    case .secretsUsedInArgOrEnv: "SecretsUsedInArgOrEnv"
    case .invalidDefaultArgInFrom: "InvalidDefaultArgInFrom"
    case .fromPlatformFlagConstDisallowed: "FromPlatformFlagConstDisallowed"
    case .copyIgnoredFile: "CopyIgnoredFile"
    case .invalidDefinitionDescription: "InvalidDefinitionDescription"
    case .exposeProtoCasing: "ExposeProtoCasing"
    case .exposeInvalidFormat: "ExposeInvalidFormat"
    }
  }

  /// Whether the linter keeps silent about it until it is asked to speak.
  package var isExperimental: Bool {
    switch self {
    case .copyIgnoredFile, .invalidDefinitionDescription: true
    default: false
    }
  }
}
