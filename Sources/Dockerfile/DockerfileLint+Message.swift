extension DockerfileLint {
  /// The warning in BuildKit's words.
  package var message: String {
    switch self {
    case .stageNameCasing(let name):
      "Stage name '\(name)' should be lowercase"
    case .fromAsCasing(let from, let keyword):
      "'\(keyword)' and '\(from)' keywords' casing do not match"
    case .noEmptyContinuation:
      "Empty continuation line"
    case .consistentInstructionCasing(let name, let expected):
      "Command '\(name)' should match the case of the command majority (\(expected))"
    case .duplicateStageName(let name):
      "Duplicate stage name \(name.goQuoted), stage names should be unique"
    case .reservedStageName(let name):
      "Stage name should not use the same name as reserved stage \(name.goQuoted)"
    case .jsonArgsRecommended(let name):
      "JSON arguments recommended for \(name) to prevent unintended behavior "
        + "related to OS signals"
    case .maintainerDeprecated:
      "Maintainer instruction is deprecated in favor of using label"
    case .undefinedArgInFrom(let name, let suggestion):
      "FROM argument '\(name)' is not declared\(hint(suggestion))"
    case .workdirRelativePath(let path):
      "Relative workdir \(path.goQuoted) can have unexpected results if the base image changes"
    case .undefinedVar(let name, let suggestion):
      "Usage of undefined variable '$\(name)'\(hint(suggestion.map { "$\($0)" }))"
    case .multipleInstructionsDisallowed(let name):
      "Multiple \(name) instructions should not be used in the same stage because only the last "
        + "one will be used"
    case .legacyKeyValueFormat(let name):
      "\"\(name) key=value\" should be used instead of legacy \"\(name) key value\" format"
    default:
      messageOfBases
    }
  }

  private var messageOfBases: String {
    switch self {
    case .redundantTargetPlatform(let word):
      "Setting platform to predefined \(word) in FROM is redundant as this is the default behavior"
    case .secretsUsedInArgOrEnv(let instruction, let name):
      "Do not use ARG or ENV instructions for sensitive data (\(instruction) \(name.goQuoted))"
    case .invalidDefaultArgInFrom(let base):
      "Default value for ARG \(base) results in empty or invalid base image name"
    case .fromPlatformFlagConstDisallowed(let platform):
      "FROM --platform flag should not use constant value \(platform.goQuoted)"
    case .copyIgnoredFile(let instruction, let path):
      "Attempting to \(instruction) file \(path.goQuoted) that is excluded by .dockerignore"
    case .invalidDefinitionDescription(let instruction, let name):
      "Comment for \(instruction) should follow the format: `# \(name) <description>`"
    case .exposeProtoCasing(let port):
      "Defined protocol '\(port)' in EXPOSE instruction should be lowercase"
    case .exposeInvalidFormat(let port):
      "EXPOSE instruction should not define an IP address or host-port mapping, found '\(port)'"
    default:
      rule
    }
  }

  private func hint(_ suggestion: String?) -> String {
    suggestion.map { " (did you mean \($0)?)" } ?? ""
  }
}
