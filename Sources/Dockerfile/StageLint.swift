import SourceText

/// Warns of stage names and of keywords in mixed case, as BuildKit's linter does.
struct StageLint {
  private(set) var problems: [DockerfileProblem] = []

  mutating func check(_ stages: [Stage]) {
    names(of: stages)
    casing(of: stages.flatMap { [$0.from] + $0.instructions })
  }

  private mutating func names(of stages: [Stage]) {
    var seen: Set<String> = []
    for stage in stages {
      guard let name = stage.name else { continue }
      if name == "context" || name == "scratch" {
        report(.reservedStageName(name), stage.from)
      }
      if !seen.insert(name).inserted {
        report(.duplicateStageName(name), stage.from)
      }
    }
  }

  private mutating func casing(of instructions: [Instruction]) {
    let names = instructions.map(\.name.text)
    let lower = names.count { $0 == $0.lowercased() }
    let upper = names.count { $0 == $0.uppercased() && $0 != $0.lowercased() }
    let isLower = lower > upper
    for (instruction, name) in zip(instructions, names)
    where name != (isLower ? name.lowercased() : name.uppercased()) {
      let expected = isLower ? "lowercase" : "uppercase"
      report(.consistentInstructionCasing(name, expected: expected), instruction)
    }
  }

  private mutating func report(_ lint: DockerfileLint, _ instruction: Instruction) {
    problems.append(DockerfileProblem(.lint(lint), at: instruction.span))
  }
}
