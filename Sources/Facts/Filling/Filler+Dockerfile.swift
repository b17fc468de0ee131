internal import Boot
internal import Dockerfile
internal import Image
internal import SourceText

extension Filler {
  /// Adds the instructions of a Dockerfile, and what they make of the image's configuration.
  mutating func fill(_ recipe: ImageRecipe) {
    let stages = recipe.stagesOfTheImage
    addProblems(recipe.document.problems, of: nil, program: "docker")
    addProblems(recipe.build.problems, of: nil, program: "docker")
    add(recipe.document.globalArguments, stage: -1, isFinal: true)
    for stage in recipe.document.stages {
      let isFinal = stages.contains(stage.index)
      add([stage.from] + stage.instructions, stage: stage.index, isFinal: isFinal)
    }
    addImage(recipe)
  }

  private mutating func add(_ instructions: [Instruction], stage: Int, isFinal: Bool) {
    for instruction in instructions {
      rows.instructions.append(
        DockerInstructionFact(
          id: rows.instructions.count, stage: stage, isFinal: isFinal,
          keyword: instruction.keyword?.upstreamName ?? instruction.name.text.uppercased(),
          text: instruction.arguments.map(\.text).joined(separator: " "),
          form: instruction.formName, span: instruction.span))
      if isFinal, instruction.keyword == .expose { addPorts(of: instruction) }
    }
  }

  /// Ports that only a variable tells are not known.
  private mutating func addPorts(of instruction: Instruction) {
    for argument in instruction.arguments {
      let parts = argument.text.split(separator: "/")
      guard let first = parts.first, let port = Int(first) else { continue }
      rows.exposedPorts.append(
        ExposedPortFact(
          port: port, protocol: parts.count > 1 ? parts[1].lowercased() : "tcp",
          // A compose file tells which ports it publishes.
          isPublished: stack.membership == nil ? nil : false, span: argument.span))
    }
  }

  private mutating func addImage(_ recipe: ImageRecipe) {
    guard let target = recipe.build.target else { return }
    let configuration = container.image?.configuration ?? target.configuration
    let user = configuration.user
    let check = configuration.healthcheck.flatMap { $0.test.first == "NONE" ? nil : $0.test }
    let tool = check.flatMap(Self.firstProgram)
    rows.images.append(
      ImageFact(
        user: user.text.isEmpty ? nil : user.text, userID: container.user.id,
        workingDirectory: container.workingDirectory,
        stopSignal: configuration.stopSignal.isEmpty ? nil : configuration.stopSignal,
        healthCheck: check?.dropFirst().joined(separator: " "), healthCheckTool: tool,
        healthCheckToolPresence: tool.flatMap(presence),
        entrypoint: configuration.entrypoint?.text, command: configuration.command?.text,
        span: target.stage.from.span, commandSpan: container.commandSpan, userSpan: user.span,
        healthCheckSpan: span(of: .healthcheck, in: target)))
    for variable in configuration.environment {
      rows.environmentVariables.append(
        EnvironmentVariableFact(
          name: variable.name, value: variable.value.text, span: variable.value.span))
    }
  }

  /// The program that a health check runs first; nil where a variable or the shell decides.
  private static func firstProgram(_ test: [String]) -> String? {
    guard test.count > 1 else { return nil }
    let words =
      test[0] == "CMD-SHELL" ? test[1].split(separator: " ").map(String.init) : Array(test[1...])
    guard let first = words.first,
      first.allSatisfy({ $0.isLetter || $0.isNumber || "/_.-".contains($0) })
    else { return nil }
    let builtIns: Set = [
      "exit", "test", "if", "for", "while", "cd", "set", "export", "true", "false",
    ]
    return builtIns.contains(first) ? nil : first
  }

  private func span(of keyword: InstructionKeyword, in target: StageBuild) -> SourceSpan? {
    target.stage.instructions.last { $0.keyword == keyword }?.span
  }
}

extension ImageRecipe {
  /// The stages that the image is made of: the target, and those that it builds on.
  fileprivate var stagesOfTheImage: Set<Int> {
    var found: Set<Int> = []
    var next = build.target
    while let stage = next, found.insert(stage.stage.index).inserted {
      guard case .stage(let index) = stage.base else { break }
      next = build.stages.first { $0.stage.index == index }
    }
    return found
  }
}

extension ImageRecipe {
  /// The image of the last `FROM` that is none of the stages, as it is written.
  var baseOfTheImage: String? {
    var next = build.target
    for _ in build.stages {
      guard let stage = next, case .stage(let index) = stage.base else { break }
      next = build.stages.first { $0.stage.index == index }
    }
    return next?.stage.from.arguments.first?.text
  }
}

extension Instruction {
  fileprivate var formName: String {
    switch keyword {
    case .run, .cmd, .entrypoint, .shell, .healthcheck: form == .exec ? "exec" : "shell"
    default: "words"
    }
  }
}

extension ImageCommand {
  fileprivate var text: String {
    words.map(\.text).joined(separator: " ")
  }
}
