import Machine
import SourceText

/// The answer of a condition.
enum Truth {
  case yes
  case no
  case unknown(UwsgiUnknown)

  func negated(_ isNegated: Bool) -> Truth {
    switch self {
    case .yes where isNegated: .no
    case .no where isNegated: .yes
    default: self
    }
  }
}

extension Loader {
  /// The text that each round of a block is put in place of.
  static let contextToken = UwsgiText("%(_)")

  /// Opens a block; there can be only one at a time (`uwsgi_opt_logic`).
  mutating func open(_ keyword: LogicKeyword, _ entry: Entry) throws {
    guard logic.keyword == nil else {
      try stop(.recursiveLogic(option: keyword.description), at: entry.nameSpan)
    }
    logic.keyword = keyword
    logic.argument = entry.value ?? UwsgiText()
    logic.span = entry.nameSpan
  }

  /// Sends one entry through the open block: it is dropped, or added once or more.
  mutating func run(_ keyword: LogicKeyword, on entry: Entry) throws {
    let argument = logic.argument
    switch keyword.kind {
    case .forWords:
      for word in argument.words {
        try add(entry, context: word, condition: firstUnknown(in: word))
      }
    case .forTimes:
      try repeatTimes(entry, argument)
    case .forGlob:
      try repeatPaths(entry, argument)
    case .forLines:
      try repeatLines(entry, argument)
    case .condition(let test, let isNegated):
      try runCondition(test, isNegated: isNegated, argument, entry)
    }
  }

  private mutating func runCondition(
    _ test: LogicKeyword.Test, isNegated: Bool, _ argument: UwsgiText, _ entry: Entry
  ) throws {
    let (truth, context) = try evaluate(test, argument, isNegated: isNegated)
    switch truth.negated(isNegated) {
    case .no: return
    case .yes: try add(entry, context: context, condition: nil)
    case .unknown(let unknown): try add(entry, context: context, condition: unknown)
    }
  }

  private mutating func add(
    _ entry: Entry, context: UwsgiText?, condition: UwsgiUnknown?
  ) throws {
    var entry = entry
    entry.condition = entry.condition ?? condition
    if context != nil, entry.value == nil, entry.condition == nil {
      // `uwsgi_substitute` (`core/utils.c`) reads the value without asking whether there is one.
      try stop(.flagInBlock(option: entry.knownName), at: entry.nameSpan)
    }
    if let context, let value = entry.value {
      let replaced = value.replacing(Self.contextToken, with: context)
      if replaced != value {
        entry.value = replaced
        entry.steps.append(
          EvaluationStep(kind: .loop, token: "%(_)", replacement: context.description))
      }
    }
    try countWork(1 + (entry.value?.units.count ?? 0) / 16)
    try add(entry)
  }

  private mutating func repeatTimes(_ entry: Entry, _ argument: UwsgiText) throws {
    let times = NumberRange(argument, unknowns: unknowns)
    guard let exact = times.exact else {
      let unknown = firstUnknown(in: argument)
      let context = unknownText(
        UwsgiUnknown(unknown?.source ?? .computed, lowerBound: 1))
      try add(entry, context: context, condition: times.lower >= 1 ? nil : unknown)
      return
    }
    // atoi keeps the low 32 bits.
    let count = Int32(truncatingIfNeeded: exact)
    guard count >= 1 else { return }
    for round in 1...count {
      try add(entry, context: UwsgiText(String(round)), condition: nil)
    }
  }

  private mutating func repeatPaths(_ entry: Entry, _ argument: UwsgiText) throws {
    guard !argument.isEmpty else {
      try add(entry, context: argument, condition: nil)
      return
    }
    guard let pattern = argument.string, let absolute = absolutePattern(pattern) else {
      let unknown = firstUnknown(in: argument) ?? UwsgiUnknown(.workingDirectory)
      try add(entry, context: unknownText(unknown), condition: unknown)
      return
    }
    let matches = tree.glob(absolute.text)
    for path in matches.paths {
      let isFolder = if case .folder = tree.lookup(path) { true } else { false }
      let shown = String(path.dropFirst(absolute.added)) + (isFolder ? "/" : "")
      try add(entry, context: UwsgiText(shown), condition: nil)
    }
    if matches.paths.isEmpty, matches.isComplete {
      try add(entry, context: argument, condition: nil)
    }
    if !matches.isComplete {
      let unknown = UwsgiUnknown(.file(path: absolute.text))
      try add(entry, context: unknownText(unknown), condition: unknown)
    }
  }

  /// A pattern made absolute, and how many characters that put in front of it.
  private func absolutePattern(_ pattern: String) -> (text: String, added: Int)? {
    if pattern.hasPrefix("/") { return (pattern, 0) }
    guard let folder = invocation.workingDirectory else { return nil }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return (prefix + pattern, prefix.count)
  }

  private mutating func repeatLines(_ entry: Entry, _ argument: UwsgiText) throws {
    guard let name = argument.string, let path = absolutePath(name) else {
      let unknown = firstUnknown(in: argument) ?? UwsgiUnknown(.workingDirectory)
      try add(entry, context: unknownText(unknown), condition: unknown)
      return
    }
    switch tree.lookup(path) {
    case .file(let bytes, _):
      for line in readLines(bytes) {
        try add(entry, context: UwsgiText(bytes: line), condition: nil)
      }
    case .absent, .folder:
      let span = logic.span ?? entry.nameSpan
      report(.missingFile(address: name, opened: true), at: span, .warns)
    case .opaqueFile, .unknown:
      let unknown = UwsgiUnknown(.file(path: path))
      try add(entry, context: unknownText(unknown), condition: unknown)
    }
  }

  /// The lines as `fgets` reads them into 1024 bytes: a longer one comes in pieces.
  private func readLines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let limit = min(start + 1023, bytes.count)
      let newline = bytes[start..<limit].firstIndex(of: UInt8(ascii: "\n"))
      let end = newline.map { $0 + 1 } ?? limit
      let text = bytes[start..<end].prefix { $0 != 0 }
      let isLineEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
      lines.append(text.dropLast(text.reversed().prefix(while: isLineEnd).count))
      start = end
    }
    return lines
  }
}
