import SourceText

extension StageBuilder {
  /// `ARG`: the value of `--build-arg`, else its own default, else that of the global `ARG`.
  mutating func argument(_ instruction: Instruction) {
    for argument in instruction.arguments {
      let (name, value) = argument.nameAndValue
      lintSecret("ARG", name, instruction)
      result.scope.declare(name)
      if let given = options.arguments[name] {
        result.scope.set(BuildVariable(name, ExpandedWord(given, span: argument.span)))
      } else if let value {
        guard var word = expand(value, of: instruction) else { continue }
        word.isCertain = word.isCertain && options.trustsDefaults
        result.scope.set(BuildVariable(name, word))
      } else if let global = globals[name] {
        result.scope.set(BuildVariable(name, global))
      }
    }
  }

  /// `ENV`: every value sees the variables as they were before the instruction.
  mutating func environment(_ instruction: Instruction) {
    var variables: [BuildVariable] = []
    for pair in instruction.pairs {
      guard let name = expand(pair.key, of: instruction),
        let value = expand(pair.value, of: instruction)
      else { return }
      variables.append(BuildVariable(name.text, value))
    }
    for (variable, pair) in zip(variables, instruction.pairs) {
      lintLegacy(pair, instruction)
      lintSecret("ENV", variable.name, instruction)
      result.scope.set(variable)
      result.configuration.setEnvironment(variable)
    }
  }

  mutating func labels(_ instruction: Instruction) {
    for pair in instruction.pairs {
      guard let name = expand(pair.key, of: instruction),
        let value = expand(pair.value, of: instruction)
      else { return }
      lintLegacy(pair, instruction)
      result.configuration.labels[name.text] = value.text
    }
  }

  private mutating func lintLegacy(_ pair: InstructionPair, _ instruction: Instruction) {
    guard pair.isLegacy else { return }
    report(.lint(.legacyKeyValueFormat(instruction.name.text)), instruction.span)
  }

  private mutating func lintSecret(
    _ keyword: String, _ name: String, _ instruction: Instruction
  ) {
    let words = Set(name.lowercased().split(separator: "_", omittingEmptySubsequences: false))
    guard !words.isDisjoint(with: secretWords), words.isDisjoint(with: openWords) else { return }
    report(.lint(.secretsUsedInArgOrEnv(instruction: keyword, name: name)), instruction.span)
  }
}

private let secretWords: Set<Substring> = [
  "apikey", "auth", "credential", "credentials", "key", "password", "pword", "passwd", "secret",
  "token",
]

/// Words that make a name harmless again.
private let openWords: Set<Substring> = ["public", "file", "version"]
