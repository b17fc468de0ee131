import SourceText

/// An option as the command line knows it.
struct CommandLineOption {
  let name: String
  let shortName: UInt8?
  let argument: OptionSpecification.ArgumentRule

  init(_ option: OptionSpecification) {
    name = option.name
    shortName = option.shortName
    argument = option.argument
  }

  init(name: String, _ option: CustomOption) {
    self.name = name
    shortName = nil
    argument = option.takesArgument ? .required : .none
  }
}

/// Reads words as `getopt_long(3)` does: abbreviations, short options in a row, operands anywhere.
struct CommandLineParser {
  struct Option {
    let name: String
    let value: String?
    let nameSpan: SourceSpan
    let valueSpan: SourceSpan
  }

  private let words: [CommandWord]
  private var index = 0

  /// The letters of a word such as `-Mp4` that are still to be read.
  private var letters: Substring.UTF8View = ""[...].utf8

  /// The words that are no options, in order.
  private(set) var operands: [CommandWord] = []

  init(words: [CommandWord]) {
    self.words = words
  }

  mutating func next(
    knowing options: [CommandLineOption], _ loader: inout Loader
  ) throws -> Option? {
    if !letters.isEmpty {
      return try shortOption(options, &loader)
    }
    while let word = take() {
      if word.text == "--" {
        operands.append(contentsOf: words[index...])
        index = words.count
      } else if word.text.hasPrefix("--") {
        return try longOption(word, options, &loader)
      } else if word.text.hasPrefix("-"), word.text != "-" {
        letters = word.text.dropFirst().utf8
        return try shortOption(options, &loader)
      } else {
        operands.append(word)
      }
    }
    return nil
  }

  private mutating func take() -> CommandWord? {
    guard index < words.count else { return nil }
    index += 1
    return words[index - 1]
  }

  private mutating func longOption(
    _ word: CommandWord, _ options: [CommandLineOption], _ loader: inout Loader
  ) throws -> Option {
    let parts = word.text.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    guard let option = try match(name, word, options, &loader) else {
      try loader.stop(.unrecognizedArgument(word.text), at: word.span)
    }
    if parts.count == 2 {
      guard option.argument != .none else {
        try loader.stop(.unwantedArgument("--" + option.name), at: word.span)
      }
      return Option(
        name: option.name, value: String(parts[1]), nameSpan: word.span, valueSpan: word.span)
    }
    guard option.argument == .required else {
      return Option(name: option.name, value: nil, nameSpan: word.span, valueSpan: word.span)
    }
    return try optionWithNextWord(option, word, shown: "--" + option.name, &loader)
  }

  /// The option of that name, or the only one that the name begins.
  private func match(
    _ name: String, _ word: CommandWord, _ options: [CommandLineOption], _ loader: inout Loader
  ) throws -> CommandLineOption? {
    if let option = options.first(where: { $0.name == name }) { return option }
    let candidates = options.filter { $0.name.hasPrefix(name) }
    if candidates.count > 1 {
      try loader.stop(
        .ambiguousArgument(word.text, candidates: candidates.map(\.name)), at: word.span)
    }
    return candidates.first
  }

  private mutating func shortOption(
    _ options: [CommandLineOption], _ loader: inout Loader
  ) throws -> Option {
    let word = words[index - 1]
    let letter = letters.removeFirst()
    guard let option = options.first(where: { $0.shortName == letter }) else {
      let shown = String(decoding: [letter], as: UTF8.self)
      try loader.stop(.unrecognizedArgument("-" + shown), at: word.span)
    }
    guard option.argument != .none else {
      return Option(name: option.name, value: nil, nameSpan: word.span, valueSpan: word.span)
    }
    if !letters.isEmpty {
      let value = String(decoding: letters, as: UTF8.self)
      letters = ""[...].utf8
      return Option(name: option.name, value: value, nameSpan: word.span, valueSpan: word.span)
    }
    guard option.argument == .required else {
      return Option(name: option.name, value: nil, nameSpan: word.span, valueSpan: word.span)
    }
    let shown = "-" + String(decoding: [letter], as: UTF8.self)
    return try optionWithNextWord(option, word, shown: shown, &loader)
  }

  private mutating func optionWithNextWord(
    _ option: CommandLineOption, _ word: CommandWord, shown: String, _ loader: inout Loader
  ) throws -> Option {
    guard let value = take() else {
      try loader.stop(.missingArgument(shown), at: word.span)
    }
    return Option(
      name: option.name, value: value.text, nameSpan: word.span, valueSpan: value.span)
  }
}
