import SourceText

extension StageBuilder {
  mutating func workingDirectory(_ instruction: Instruction) {
    guard let word = instruction.arguments.first, let folder = expand(word, of: instruction)
    else { return }
    if !result.hasWorkingDirectory, !folder.text.hasPrefix("/") {
      report(.lint(.workdirRelativePath(folder.text)), instruction.span)
    }
    changeFolder(to: folder)
    result.hasWorkingDirectory = true
    let made = result.configuration.workingDirectory
    guard made.text != "/" else { return }
    let operation = BuildOperation.makeFolder(made, user: result.configuration.user)
    result.steps.append(BuildStep(instruction: instruction, operation: operation))
  }

  mutating func user(_ instruction: Instruction) {
    guard let word = instruction.arguments.first, let user = expand(word, of: instruction)
    else { return }
    result.configuration.user = user
  }

  /// `CMD` and `ENTRYPOINT`: an entrypoint takes the command away that the base image brought.
  mutating func command(_ instruction: Instruction) {
    countOnce(instruction)
    let isEntrypoint = instruction.keyword == .entrypoint
    let command = imageCommand(instruction)
    if instruction.form == .shell, result.configuration.shell.isEmpty {
      report(.lint(.jsonArgsRecommended(instruction.name.text)), instruction.span)
    }
    let isEmpty = command.words.isEmpty
    if isEntrypoint {
      result.configuration.entrypoint = isEmpty ? nil : command
      if !wasSeen(.cmd) { result.configuration.command = nil }
    } else {
      result.configuration.command = isEmpty ? nil : command
    }
  }

  private func imageCommand(_ instruction: Instruction) -> ImageCommand {
    guard instruction.form == .shell else {
      let words = instruction.arguments.map { ExpandedWord($0.text, span: $0.span) }
      return ImageCommand(words: words, span: instruction.span)
    }
    let script = instruction.arguments.first ?? instruction.line[0..<0]
    let shell = shellWords.map { ExpandedWord($0, span: instruction.span) }
    return ImageCommand(
      words: shell + [ExpandedWord(script.text, span: script.span)], script: script,
      span: instruction.span)
  }

  /// The shell that reads commands which are not written as an array.
  var shellWords: [String] {
    result.configuration.shell.isEmpty ? ["/bin/sh", "-c"] : result.configuration.shell
  }

  mutating func healthcheck(_ instruction: Instruction) {
    countOnce(instruction)
    guard case .success(let check) = Healthcheck.reading(instruction) else { return }
    result.configuration.healthcheck = check
  }

  mutating func expose(_ instruction: Instruction) {
    let arguments = instruction.arguments.sorted {
      $0.bytes.lexicographicallyPrecedes($1.bytes)
    }
    for argument in arguments {
      let words: [String]
      do {
        words = try result.scope.expansion(
          of: argument.text, escape: document.escape, options: []
        ).words
      } catch {
        return report(.expansion(error), instruction.span)
      }
      for word in words { expose(word, instruction) }
    }
    result.configuration.exposedPorts = Set(result.configuration.exposedPorts).sorted()
  }

  private mutating func expose(_ word: String, _ instruction: Instruction) {
    do {
      let ports = try PortSpecification(word)
      if ports.hasHost { report(.lint(.exposeInvalidFormat(word)), instruction.span) }
      if ports.hasUppercaseProtocol { report(.lint(.exposeProtoCasing(word)), instruction.span) }
      result.configuration.exposedPorts += ports.names
    } catch {
      report(.port(error), instruction.span)
    }
  }

  mutating func volumes(_ instruction: Instruction) {
    for argument in instruction.arguments {
      guard let volume = expand(argument.trimmed(), of: instruction) else { return }
      if volume.text.isEmpty {
        report(.emptyVolume, instruction.span)
      } else if !result.configuration.volumes.contains(where: { $0.text == volume.text }) {
        result.configuration.volumes.append(volume)
      }
    }
  }

  mutating func stopSignal(_ instruction: Instruction) {
    guard let word = instruction.arguments.first, let signal = expand(word, of: instruction)
    else { return }
    guard StopSignal.isKnown(signal.text) else {
      return report(.unknownSignal(signal.text), instruction.span)
    }
    result.configuration.stopSignal = signal.text
  }
}
