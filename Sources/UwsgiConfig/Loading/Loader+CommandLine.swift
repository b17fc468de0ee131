import Machine
import SourceText

/// A word of the command line and its place.
struct CommandWord {
  let text: String
  let span: SourceSpan
}

/// Variables that are uWSGI's own and no options.
private let excludedVariables: Set<String> = [
  "UWSGI_RELOADS", "UWSGI_VASSALS_DIR", "UWSGI_EMPEROR_FD", "UWSGI_EMPEROR_FD_CONFIG",
  "UWSGI_EMPEROR_PROXY", "UWSGI_BROODLORD_NUM", "UWSGI_JAIL_PID", "UWSGI_ORIGINAL_PROC_NAME",
]

extension Loader {
  /// The words with a place each: one that nobody wrote stands in a text made of the words.
  mutating func commandLineWords() -> [CommandWord] {
    let words = invocation.arguments
    let line = words.map(\.text).joined(separator: " ")
    var file: SourceFile?
    var offset = 0
    var result: [CommandWord] = []
    for word in words {
      let end = offset + word.text.utf8.count
      if let span = word.span {
        result.append(CommandWord(text: word.text, span: span))
      } else {
        let source = file ?? files.add(path: "command: \(line)", bytes: Array(line.utf8))
        file = source
        result.append(
          CommandWord(
            text: word.text, span: SourceSpan(file: source.id, start: offset, end: end)))
      }
      offset = end + 1
    }
    return result
  }

  /// Turns every `UWSGI_X_Y` of the environment into the option `x-y` (`parse_sys_envs`).
  mutating func addEnvironmentOptions() throws {
    let names = invocation.environment.orderedNames
      .filter { $0.hasPrefix("UWSGI_") && !excludedVariables.contains($0) }
    for name in names {
      let value = invocation.environment.values[name] ?? ""
      let line = "\(name)=\(value)"
      let file = files.add(path: "environment: \(line)", bytes: Array(line.utf8))
      let option = name.dropFirst(6).utf8.map(optionByte)
      let nameEnd = name.utf8.count
      try append(
        Entry(
          name: UwsgiText(bytes: option),
          value: UwsgiText(value),
          nameSpan: SourceSpan(file: file.id, start: 0, end: nameEnd),
          valueSpan: SourceSpan(file: file.id, start: nameEnd + 1, end: line.utf8.count),
          place: .environment
        ))
    }
  }

  private func optionByte(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "_"): UInt8(ascii: "-")
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
    default: byte
    }
  }

  /// Reads the options as `getopt_long(3)` does, then loads the words that are none.
  mutating func addCommandLineOptions(_ words: [CommandWord]) throws {
    var parser = CommandLineParser(words: Array(words.dropFirst()))
    while true {
      let known = commandLineOptions
      guard let option = try parser.next(knowing: known, &self) else { break }
      try append(
        Entry(
          name: UwsgiText(option.name),
          value: option.value.map { UwsgiText($0) },
          nameSpan: option.nameSpan,
          valueSpan: option.valueSpan,
          place: .commandLine
        ))
    }
    for word in parser.operands where !word.text.hasPrefix("[") {
      try loadBySuffix(UwsgiText(word.text), at: word.span)
    }
  }

  /// The options that the command line knows now: a plugin brings its own when it is loaded.
  private var commandLineOptions: [CommandLineOption] {
    let declared = table.options.filter {
      $0.plugin == "core" || plugins.presence(of: $0.plugin) != .absent
    }
    let custom = customOptions.sorted { $0.key < $1.key }
    return declared.map(CommandLineOption.init)
      + custom.map { CommandLineOption(name: $0.key, $0.value) }
  }
}
