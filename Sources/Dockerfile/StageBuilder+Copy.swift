import SourceText

extension StageBuilder {
  mutating func copy(_ instruction: Instruction) {
    guard instruction.arguments.count >= 2, let last = instruction.arguments.last else { return }
    guard let owner = expandFlag("chown", of: instruction),
      let mode = expandFlag("chmod", of: instruction),
      let checksum = expandFlag("checksum", of: instruction)
    else { return }
    var words: [ExpandedWord] = []
    var heredocs: [InlineFile] = []
    for argument in instruction.arguments.dropLast() {
      if let mark = heredocMark(argument, of: instruction) {
        guard let file = inlineFile(mark, of: instruction) else { return }
        heredocs.append(file)
      } else {
        guard let word = expand(argument, of: instruction) else { return }
        words.append(word)
      }
    }
    guard let destination = expand(last, of: instruction),
      isValidMode(mode.value, instruction), let origin = origin(of: instruction)
    else { return }
    var operation = CopyOperation(
      sources: [], destination: absolute(destination), owner: owner.value, mode: mode.value,
      checksum: checksum.value?.text, isAdd: instruction.keyword == .add)
    operation.isLinked = instruction.isSet("link")
    operation.keepsParents = instruction.isSet("parents")
    operation.keepsGitFolder = instruction.isSet("keep-git-dir")
    operation.excludes = instruction.flags.filter { $0.name == "exclude" }.compactMap(\.value)
    if let fault = checksumFault(operation, words) {
      return report(.checksum(fault), instruction.span)
    }
    for word in words {
      guard let source = source(word, from: origin, operation, instruction) else { return }
      operation.sources.append(source)
    }
    operation.sources += heredocs.map {
      CopySource(origin: .inline($0), path: ExpandedWord("/\($0.name)"), unpacks: false)
    }
    if case .context = origin { noteContextPaths(words) }
    result.steps.append(BuildStep(instruction: instruction, operation: .copy(operation)))
  }

  private mutating func expandFlag(
    _ name: String, of instruction: Instruction
  ) -> (value: ExpandedWord?, Void)? {
    guard let flag = instruction.flag(name), let value = flag.value else { return (nil, ()) }
    guard let word = expand(value, span: flag.span, of: instruction) else { return nil }
    return (word.text.isEmpty ? nil : word, ())
  }

  // MARK: - Sources

  private func heredocMark(
    _ argument: SpannedText, of instruction: Instruction
  ) -> HeredocMark? {
    guard instruction.form == .shell else { return nil }
    return (try? HeredocMark(argument.text)) ?? nil
  }

  private mutating func inlineFile(
    _ mark: HeredocMark, of instruction: Instruction
  ) -> InlineFile? {
    let content = instruction.heredocs.last { $0.name == mark.name }?.content
    let text = content ?? instruction.line[0..<0]
    guard mark.isExpanded else {
      return InlineFile(name: mark.name, content: ExpandedWord(text.text, span: text.span))
    }
    let word = expand(text.text, span: text.span, of: instruction, options: .ignoreQuotes)
    return word.map { InlineFile(name: mark.name, content: $0) }
  }

  /// What `--from` names; nil where that is not possible.
  private mutating func origin(of instruction: Instruction) -> CopySource.Origin? {
    guard let from = instruction.flag("from")?.value, !from.isEmpty else { return .context }
    if Int(from) == nil, from.contains("$") { return nil }
    guard let index = document.stageIndex(from) else {
      if Int(from) != nil { return nil }
      do {
        _ = try ImageReference(parsing: from)
        return .image(from)
      } catch {
        report(.base(from, error), instruction.span)
        return nil
      }
    }
    guard finished.contains(index) else {
      let stage = result.stage
      let name = document.stages.count > 1 ? stage.name ?? "stage-\(stage.index)" : ""
      report(.laterStage(from, current: name), instruction.span)
      return nil
    }
    return .stage(index)
  }

  private mutating func source(
    _ word: ExpandedWord, from origin: CopySource.Origin, _ operation: CopyOperation,
    _ instruction: Instruction
  ) -> CopySource? {
    let unpack = instruction.flag("unpack").map { $0.value?.lowercased() ?? "true" }
    if let git = GitReference(word.text) {
      guard operation.isAdd else {
        report(.remoteSource(.git), instruction.span)
        return nil
      }
      return CopySource(origin: .git(git), path: ExpandedWord("/"), unpacks: false)
    }
    if word.isWebAddress {
      guard operation.isAdd else {
        report(.remoteSource(.url), instruction.span)
        return nil
      }
      let name = word.fileName
      var path = word
      path.text = "/\(name)"
      return CopySource(
        origin: .url(word.text, fileName: name), path: path, unpacks: unpack == "true")
    }
    if case .context = origin { lintIgnored(word.text, instruction) }
    var path = word
    path.text = GoPath.joined("/", operation.keepsParents ? pivot(word.text) : word.text)
    return CopySource(
      origin: origin, path: path, unpacks: operation.isAdd && unpack != "false")
  }

  /// With `--parents` the part before `/./` is where the copy starts; without it the root.
  private func pivot(_ path: String) -> String {
    guard let range = path.firstRange(of: "/./") else { return "/" }
    return String(path[..<range.lowerBound])
  }

  private mutating func lintIgnored(_ path: String, _ instruction: Instruction) {
    guard let ignore = options.ignoreFile, !ignore.hasExceptions else { return }
    let path = GoPath.cleaned(path)
    guard ignore.ignores(path) else { return }
    let name = instruction.keyword == .add ? "Add" : "Copy"
    report(.lint(.copyIgnoredFile(instruction: name, path: path)), instruction.span)
  }

  private mutating func noteContextPaths(_ words: [ExpandedWord]) {
    for word in words {
      let isWeb = word.text.hasPrefix("http://") || word.text.hasPrefix("https://")
      if !isWeb { result.contextPaths.append(GoPath.joined("/", word.text)) }
    }
  }

  // MARK: - Destination, mode and checksum

  private func absolute(_ destination: ExpandedWord) -> ExpandedWord {
    var destination = destination
    let folder = result.configuration.workingDirectory
    if !destination.text.hasPrefix("/") {
      destination.isCertain =
        destination.isCertain && folder.isCertain
        && (result.configuration.isComplete || !folder.text.isEmpty)
    }
    destination.text = GoPath.destination(destination.text, in: folder.text)
    return destination
  }

  private mutating func isValidMode(_ mode: ExpandedWord?, _ instruction: Instruction) -> Bool {
    guard let mode else { return true }
    switch FileModeText(mode.text) {
    case .octal, .symbolic: return true
    case .outOfRange: report(.fileMode(mode.text), instruction.span)
    case .invalid: report(.fileModeSyntax, instruction.span)
    }
    return false
  }

  private func checksumFault(
    _ operation: CopyOperation, _ words: [ExpandedWord]
  ) -> ChecksumFault? {
    guard let checksum = operation.checksum else { return nil }
    guard words.count == 1, let word = words.first else { return .severalSources }
    if GitReference(word.text) != nil { return nil }
    guard word.isWebAddress else { return .localSource }
    let parts = checksum.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[1].allSatisfy(\.isHexDigit) else { return .invalidFormat }
    guard let length = digestLengths[String(parts[0])] else { return .unsupportedAlgorithm }
    return parts[1].count == length ? nil : .invalidLength
  }
}

extension Instruction {
  /// Whether a flag that takes `true` or `false` is on.
  fileprivate func isSet(_ name: String) -> Bool {
    guard let flag = flag(name) else { return false }
    return flag.value.map { $0.lowercased() == "true" } ?? true
  }
}

extension ExpandedWord {
  fileprivate var isWebAddress: Bool {
    (text.hasPrefix("http://") || text.hasPrefix("https://")) && GitReference(text) == nil
  }

  /// The name that a download gets where the destination is a folder.
  fileprivate var fileName: String {
    let address = text.prefix { $0 != "?" && $0 != "#" }
    let afterScheme = address.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3)
    let base = GoPath.base(afterScheme.joined(separator: "/"))
    return base == "." || base == "/" ? "__unnamed__" : base
  }
}

private let digestLengths = ["sha256": 64, "sha384": 96, "sha512": 128]
