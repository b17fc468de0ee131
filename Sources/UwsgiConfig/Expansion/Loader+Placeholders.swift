import Machine
import SourceText

extension Loader {
  /// Adds the option or placeholder that `set = name=value` makes; nothing is trimmed.
  mutating func set(_ entry: Entry, isPlaceholder: Bool) throws {
    let value = entry.value ?? UwsgiText()
    guard let parts = value.split(atFirst: UInt16(ascii: "=")) else {
      try stop(.malformedPlaceholder, at: entry.valueSpan)
    }
    var made = entry
    made.name = parts.head
    made.value = parts.tail
    made.isApplied = false
    made.specification = nil
    made.isKnown = isPlaceholder ? true : false
    made.nameSpan = entry.valueSpan
    made.valueSpan = spanOfTail(entry, length: parts.tail.units.count)
    try append(made, isPlaceholder: isPlaceholder)
  }

  /// The place of a value's end, where the value was written as it stands.
  private func spanOfTail(_ entry: Entry, length: Int) -> SourceSpan {
    let span = entry.valueSpan
    guard entry.steps.isEmpty, span.range.count >= length else { return span }
    return SourceSpan(file: span.file, start: Int(span.end) - length, end: Int(span.end))
  }

  /// Adds a placeholder with the address of a host, which only the running machine can tell.
  mutating func resolveName(_ entry: Entry) throws {
    let value = entry.value ?? UwsgiText()
    guard let parts = value.split(atFirst: UInt16(ascii: "=")) else {
      try stop(.malformedResolve, at: entry.valueSpan)
    }
    let isLocal = parts.tail == UwsgiText("localhost")
    let address =
      isLocal
      ? UwsgiText("127.0.0.1") : unknownText(UwsgiUnknown(.resolvedName(parts.tail.description)))
    var made = entry
    made.name = parts.head
    made.value = address
    made.isKnown = true
    made.nameSpan = entry.valueSpan
    try append(made, isPlaceholder: true)
  }

  /// Defines an option that stands for others (`uwsgi_opt_add_custom_option`).
  mutating func declareOption(_ entry: Entry, isImmediate: Bool) throws {
    let value = entry.value ?? UwsgiText()
    guard let parts = value.split(atFirst: UInt16(ascii: "=")) else {
      try stop(.malformedCustomOption(value: value.description), at: entry.valueSpan)
    }
    guard let name = parts.head.string else {
      isComplete = false
      return
    }
    if customOptions[name] == nil {
      customOptions[name] = CustomOption(template: parts.tail, isImmediate: isImmediate)
    }
  }

  /// Hands the parts of a custom option straight to their options; they never join the list.
  mutating func run(_ option: CustomOption, on entry: Entry) throws {
    limits.depth += 1
    defer { limits.depth -= 1 }
    guard limits.depth <= LoadingLimits.depth else {
      try stop(.includeLoop(address: entry.knownName), at: entry.nameSpan)
    }
    let value = entry.value ?? UwsgiText()
    let words = value.isEmpty ? [UwsgiText()] : value.words
    for part in option.template.units.split(separator: UInt16(ascii: ";")) {
      let part = UwsgiText(units: part)
      guard let sides = part.split(atFirst: UInt16(ascii: "=")) else {
        report(.malformedCustomPart(part: part.description), at: entry.nameSpan, .ignores)
        return
      }
      try countWork(part.units.count * (words.count + 1) / 16 + 1)
      var made = entry
      made.name = fill(sides.head, with: words)
      made.value = fill(sides.tail, with: words)
      made.steps.append(
        EvaluationStep(
          kind: .customOption, token: entry.knownName,
          replacement: "\(made.knownName)=\(made.value?.description ?? "")"))
      try manage(made)
    }
  }

  private func fill(_ text: UwsgiText, with words: [UwsgiText]) -> UwsgiText {
    var text = text
    for (index, word) in words.enumerated() where text.units.count < LoadingLimits.valueLength {
      text = text.replacing(UwsgiText("$\(index + 1)"), with: word)
    }
    return text
  }

  /// Lets an option take effect that is no entry of the list (`uwsgi_manage_opt`).
  private mutating func manage(_ entry: Entry) throws {
    if let option = option(named: entry.knownName) {
      try apply(entry, option)
    } else if let option = customOptions[entry.knownName] {
      try run(option, on: entry)
    } else if isStrict {
      reportUnknown(entry, .refuses)
    }
  }

  /// `env`, `unenv` and `early-envdir` change what `$(…)` and `if-env` see from then on.
  mutating func changeEnvironment(_ action: OptionAction, _ entry: Entry) throws {
    let value = entry.value ?? UwsgiText()
    switch action {
    case .environment:
      guard let parts = value.split(atFirst: UInt16(ascii: "=")) else { return }
      if let name = parts.head.string { environment[name] = parts.tail }
    case .unsetEnvironment:
      if let name = value.string { environment[name] = nil }
    default:
      readEnvironmentFolder(value, at: entry.valueSpan)
    }
  }

  /// Takes each file of a folder for a variable, as daemontools' `envdir` does.
  private mutating func readEnvironmentFolder(_ value: UwsgiText, at span: SourceSpan) {
    guard let name = value.string, let path = absolutePath(name) else {
      isComplete = false
      return
    }
    switch tree.lookup(path) {
    case .folder: break
    case .absent, .file, .opaqueFile:
      refuse(.missingEnvironmentFolder, at: span)
      return
    case .unknown:
      isComplete = false
      return
    }
    for file in tree.entries(ofFolder: path).names where !file.hasPrefix(".") {
      guard case .file(let bytes, _) = tree.lookup(path + "/" + file) else { continue }
      let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
      if line.isEmpty {
        environment[file] = nil
      } else {
        let isBlank = { (byte: UInt8) in byte == 32 || byte == 9 }
        let text = line.dropLast(line.reversed().prefix(while: isBlank).count)
        environment[file] = UwsgiText(bytes: text.map { $0 == 0 ? 10 : $0 })
      }
    }
  }
}
