import SourceText

extension StageBuilder {
  mutating func run(_ instruction: Instruction) {
    guard let mounts = mounts(of: instruction) else { return }
    var operation = RunOperation(
      words: [], shell: [], environment: result.scope, user: result.configuration.user,
      workingDirectory: folder, mounts: mounts)
    if instruction.form == .exec {
      operation.words = instruction.arguments.map(\.text)
    } else {
      operation.shell = shellWords
      readScript(of: instruction, into: &operation)
    }
    result.steps.append(BuildStep(instruction: instruction, operation: .run(operation)))
  }

  private var folder: ExpandedWord {
    let folder = result.configuration.workingDirectory
    guard folder.text.isEmpty else { return folder }
    return ExpandedWord("/", isCertain: result.configuration.isComplete)
  }

  private func readScript(of instruction: Instruction, into operation: inout RunOperation) {
    let command = instruction.arguments.first ?? instruction.line[0..<0]
    guard let heredoc = instruction.heredocs.first else {
      operation.script = command
      operation.words = operation.shell + [command.text]
      return
    }
    guard (try? HeredocMark(command.text)) != nil else {
      var script = command
      for heredoc in instruction.heredocs { script.append(heredoc, after: instruction) }
      operation.script = script
      operation.words = operation.shell + [script.text]
      return
    }
    let content = heredoc.content
    guard heredoc.body.text.hasPrefix("#!") else {
      operation.script = content
      operation.words = operation.shell + [content.text]
      return
    }
    let file = ExpandedWord(content.text, span: content.span)
    operation.file = InlineFile(name: heredoc.name, content: file)
    operation.words = operation.shell + [GoPath.joined(pipesFolder, heredoc.name)]
  }

  /// The mounts after expansion; nil where one is wrong.
  private mutating func mounts(of instruction: Instruction) -> [Mount]? {
    var mounts: [Mount] = []
    for flag in instruction.flags where flag.name == "mount" {
      guard let text = flag.value else { continue }
      // That was refused before any stage was built.
      guard Mount.fault(in: text) == nil else { return nil }
      var isExpanded = true
      let reading = Mount.reading(text) { value in
        let word = expand(value, span: flag.span, of: instruction)
        if word == nil { isExpanded = false }
        return word?.text ?? ""
      }
      switch reading {
      case .failure(let fault):
        report(.mount(fault), instruction.span)
        return nil
      case .success(var mount):
        guard isExpanded else { return nil }
        mount.resolveTarget(in: folder.text)
        if mount.target == "/" {
          report(.mount(.rootTarget), instruction.span)
          return nil
        }
        mounts.append(mount)
        // A tmpfs has no source, which BuildKit takes for the whole build folder.
        if mount.type == "bind" || mount.type == "tmpfs", mount.from.isEmpty {
          result.contextPaths.append(GoPath.joined("/", mount.source))
        }
      }
    }
    return mounts
  }
}

extension SpannedText {
  /// Adds a here-document with its terminator, as a shell gets to read it.
  fileprivate mutating func append(_ heredoc: Heredoc, after instruction: Instruction) {
    let place = heredoc.body.span
    append(.newline, from: place.range.lowerBound..<place.range.lowerBound)
    append(heredoc.body)
    for byte in heredoc.name.utf8 {
      append(byte, from: place.range.upperBound..<place.range.upperBound)
    }
  }
}

/// Where BuildKit puts a here-document that is a program.
private let pipesFolder = "/dev/pipes/"
