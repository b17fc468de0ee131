import SourceText

/// Splits one joined line into keyword, flags and arguments.
struct InstructionSplitter {
  let escape: UInt8
  private(set) var problems: [DockerfileProblem] = []

  init(escape: UInt8) {
    self.escape = escape
  }

  mutating func instruction(_ line: InstructionLine) -> Instruction {
    var instruction = instruction(line.text, lines: line.lines, isTrigger: false)
    instruction.comments = line.comments
    return instruction
  }

  private mutating func instruction(
    _ line: SpannedText,
    lines: ClosedRange<Int>,
    isTrigger: Bool
  ) -> Instruction {
    let text = line.trimmed()
    let end = text.bytes.firstIndex { $0.isSeparator } ?? text.bytes.count
    let name = text[0..<end]
    var flags = FlagSplitter(text[end..<text.bytes.count])
    let rest = flags.split().trimmed()
    var instruction = Instruction(
      keyword: InstructionKeyword(rawValue: name.text.lowercased()),
      name: name,
      flags: flags.flags,
      line: line,
      lines: lines,
      span: text.span
    )
    if let keyword = instruction.keyword {
      split(rest, of: keyword, into: &instruction, isTrigger: isTrigger)
    } else {
      // BuildKit keeps a single empty argument for what it does not know.
      instruction.arguments = [rest[0..<0]]
    }
    return instruction
  }

  private mutating func split(
    _ rest: SpannedText,
    of keyword: InstructionKeyword,
    into instruction: inout Instruction,
    isTrigger: Bool
  ) {
    switch keyword {
    case .add, .copy, .volume:
      if !splitJSON(rest, into: &instruction) {
        instruction.arguments = rest.splitAtSeparators()
      }
    case .run, .cmd, .entrypoint, .shell:
      if rest.isEmpty || !splitJSON(rest, into: &instruction) {
        instruction.arguments = rest.isEmpty ? [] : [rest]
      }
    case .user, .workdir, .stopsignal, .maintainer:
      instruction.arguments = rest.isEmpty ? [] : [rest]
    case .from, .expose:
      instruction.arguments = rest.splitAtSeparators()
    case .arg:
      instruction.arguments = rest.splitWords(escape: escape)
    case .env, .label:
      splitPairs(rest, of: keyword, into: &instruction)
    case .healthcheck:
      splitHealthcheck(rest, into: &instruction)
    case .onbuild:
      guard !rest.isEmpty else { return }
      if isTrigger {
        // A chain of any length is one mistake: what it would trigger does not matter.
        instruction.arguments = [rest]
      } else {
        instruction.triggers = [
          self.instruction(rest, lines: instruction.lines, isTrigger: true)
        ]
      }
    }
  }

  /// Whether the text is a JSON array, or close enough to one for BuildKit to refuse it.
  private mutating func splitJSON(
    _ text: SpannedText,
    into instruction: inout Instruction
  ) -> Bool {
    var reader = JSONArrayReader(text.trimmingStart())
    switch reader.read() {
    case .notAnArray:
      return false
    case .otherThanStrings:
      problems.append(DockerfileProblem(.nonStringInArray, at: text.span))
      return false
    case .strings(let strings):
      instruction.arguments += strings
      instruction.form = .exec
      return true
    }
  }

  private mutating func splitPairs(
    _ rest: SpannedText,
    of keyword: InstructionKeyword,
    into instruction: inout Instruction
  ) {
    let words = rest.splitWords(escape: escape)
    guard let first = words.first else { return }
    if !first.bytes.contains(.equals) {
      let parts = rest.splitAtSeparators(limit: 2)
      guard parts.count == 2 else {
        problems.append(DockerfileProblem(.missingSecondArgument(keyword), at: rest.span))
        instruction.arguments = parts
        return
      }
      instruction.pairs = [InstructionPair(key: parts[0], value: parts[1], isLegacy: true)]
      return
    }
    for word in words {
      guard let separator = word.bytes.firstIndex(of: .equals) else {
        problems.append(DockerfileProblem(.missingEquals(word.text), at: word.span))
        continue
      }
      let value = word[(separator + 1)..<word.bytes.count]
      instruction.pairs.append(
        InstructionPair(key: word[0..<separator], value: value, isLegacy: false)
      )
    }
  }

  private mutating func splitHealthcheck(
    _ rest: SpannedText,
    into instruction: inout Instruction
  ) {
    guard !rest.isEmpty else { return }
    let end = rest.bytes.firstIndex { $0.isSeparator || $0 == .newline } ?? rest.bytes.count
    let command = rest[end..<rest.bytes.count].trimmingStart()
    instruction.arguments = [rest[0..<end]]
    if command.isEmpty || splitJSON(command, into: &instruction) { return }
    instruction.arguments.append(command)
  }
}
