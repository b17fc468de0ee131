import Machine

extension ShellRun {
  /// `echo` and `printf`: what they print is known where no shell differs on it.
  mutating func printText(_ line: CommandLine) -> CommandOutcome {
    var words = line.arguments[...]
    if line.name == "printf" {
      output = words.contains(where: Unknown.isIn) ? nil : PrintfText.bytes(Array(words))
      return .succeeds
    }
    var endsLine = true
    var readsEscapes = state.dialect == .dash
    while let option = words.first, option.hasPrefix("-"), option.count > 1,
      option.dropFirst().allSatisfy({ "neE".contains($0) })
    {
      // dash knows no option but -n.
      if state.dialect == .dash, option != "-n" { break }
      if option.contains("n") { endsLine = false }
      if option.contains("e") { readsEscapes = true }
      words.removeFirst()
    }
    let text = words.joined(separator: " ") + (endsLine ? "\n" : "")
    if Unknown.isIn(text) || (text.contains("\\") && state.dialect == .unknown) {
      output = nil
    } else if readsEscapes {
      output = PrintfText.unescaped(Array(text.utf8))
    } else {
      output = Array(text.utf8)
    }
    return .succeeds
  }

  mutating func performOnText(_ line: CommandLine) -> CommandOutcome {
    switch line.name {
    case "cat": return printFiles(line)
    case "tee": return tee(line)
    case "sed": return edit(line)
    case "find": return find(line)
    case "xargs": return runOnInput(line)
    case "envsubst", "envsubst_defined": return substitute(line)
    case "dd":
      for operand in line.arguments where operand.hasPrefix("of=") {
        write(nil, to: String(operand.dropFirst(3)), appends: false)
      }
      return .unknown
    default:
      output = nil
      return .unknown
    }
  }

  private mutating func printFiles(_ line: CommandLine) -> CommandOutcome {
    let operands = CommandOptions(line.arguments).operands
    guard !operands.isEmpty else {
      output = input
      return .succeeds
    }
    var bytes: [UInt8]? = []
    for operand in operands {
      let node = operand == "-" ? nil : image.node(at: state.path(operand))
      guard let node else {
        bytes = input.flatMap { input in bytes.map { $0 + input } }
        continue
      }
      if case .absent = node, !Unknown.isIn(operand) {
        return fail(line, missing: state.path(operand))
      }
      let content = node.node.flatMap { image.bytes(of: $0) }
      bytes = content.flatMap { content in bytes.map { $0 + content } }
    }
    output = bytes
    return .succeeds
  }

  private mutating func tee(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(line.arguments)
    for operand in options.operands {
      write(input, to: operand, appends: options.has("a", "append"))
    }
    output = input
    return .succeeds
  }

  /// `sed -i`: a few plain scripts are carried out; after others the content is not known.
  private mutating func edit(_ line: CommandLine) -> CommandOutcome {
    guard let inPlace = line.arguments.first(where: Self.editsInPlace) else {
      output = nil
      return .unknown
    }
    // In `-ri` the letters before the `i` are options of their own.
    let letters = inPlace.hasPrefix("--") ? "" : inPlace.prefix { $0 != "i" }.dropFirst()
    let others =
      line.arguments.filter { $0 != inPlace } + (letters.isEmpty ? [] : ["-\(letters)"])
    let options = CommandOptions(others, taking: ["e", "f", "expression", "file"])
    var operands = options.operands
    var scripts = (options.values["e"] ?? []) + (options.values["expression"] ?? [])
    if scripts.isEmpty, !options.has("f", "file"), !operands.isEmpty {
      scripts = [operands.removeFirst()]
    }
    let isExtended = options.has("r", "E", "regexp-extended")
    var outcome = CommandOutcome.succeeds
    for operand in operands {
      guard let path = known(operand) else {
        outcome = .unknown
        continue
      }
      guard case .present(let node) = image.node(at: path) else {
        if case .absent = image.node(at: path) { return fail(line, missing: path) }
        outcome = .unknown
        continue
      }
      let edited = image.bytes(of: node).flatMap { bytes -> [UInt8]? in
        guard !scripts.isEmpty, !scripts.contains(where: Unknown.isIn) else { return nil }
        return scripts.reduce(bytes) { text, script in
          let edited = SedScript(script, isExtended: isExtended)?.edit(text)
          // Of what a distribution ships the comments may not be known, nor each release's wording.
          return edited == text && node.origin.isOfDistribution ? nil : edited
        }
      }
      image.tree.update(path) { node in
        node.content = edited.map(FileContent.bytes) ?? .unknown
        node.span = span
      }
    }
    return outcome
  }

  private static func editsInPlace(_ argument: String) -> Bool {
    if argument.hasPrefix("--") { return argument.hasPrefix("--in-place") }
    return argument.hasPrefix("-")
      && argument.dropFirst().drop { "nrEszu".contains($0) }.first == "i"
  }

  private mutating func runOnInput(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(
      line.arguments, taking: ["I", "n", "P", "L", "d"], isOrdered: true)
    guard let program = options.operands.first else { return .unknown }
    if CommandEffect.of(program) == .reads { return .unknown }
    guard let text = input, !options.has("I", "0") else {
      doubtEverything(because: program)
      return .unknown
    }
    let words = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return run(options.operands + words.map(String.init), line.expectation)
  }
}
