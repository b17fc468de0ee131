import SourceText
import UwsgiConfig

/// What uWSGI made of one input.
struct UwsgiExpectation {
  let expected: VectorJSON
  let folder: String
  let machine: UwsgiMachine

  /// What differs; nil where nothing does.
  func difference(from configuration: UwsgiConfiguration) -> String? {
    let refusal = configuration.loadingProblems.first { $0.consequence == .refuses }
    if let error = expected["error"]?.string {
      return errorDifference(error, refusal, configuration)
    }
    if let refusal { return "refused: \(refusal.message)" }
    let wanted = (expected["prefix"]?.items ?? []) + (expected["options"]?.items ?? [])
    let given = configuration.options
    var index = 0
    for option in wanted {
      let name = option.items.first?.bytes ?? []
      let value = option.items.last?.bytes ?? []
      if index < given.count, matches(given[index], name, value) {
        index += 1
      } else if configuration.isComplete {
        let shown = index < given.count ? text(given[index]) : "nothing"
        return "expected \(text(name)) = \(text(value)), got \(shown)"
      }
    }
    return index < given.count
      ? "one too many: \(text(given[index]))" : logDifference(configuration)
  }

  /// Every warning of the real one must be among our problems, unless it is only about a build.
  private func logDifference(_ configuration: UwsgiConfiguration) -> String? {
    let messages = configuration.loadingProblems.map(\.message)
    for line in expected["log"]?.items.compactMap(\.string) ?? [] {
      let isWarning = line.hasPrefix("***") || line.hasPrefix("!!!")
      if isWarning, !line.contains("/_plugin.so"), !messages.contains(substituted(line)) {
        return "no message: \(line)"
      }
    }
    return nil
  }

  private func errorDifference(
    _ error: String, _ refusal: UwsgiProblem?, _ configuration: UwsgiConfiguration
  ) -> String? {
    guard let refusal else {
      return configuration.isComplete ? "accepted, expected: \(error)" : nil
    }
    switch refusal.fact {
    case .includeLoop, .endlessExpansion, .malformed, .tooMuch: return nil
    case .exitsWhileLoading(_, let status) where expected["exit"] == .word(String(status)):
      return nil
    default:
      return isLogged(refusal.message, error)
        ? nil : "expected error: \(error), got: \(refusal.message)"
    }
  }

  /// Whether a message is among those logged, by its last line where it has several.
  ///
  /// What `getopt` says of a word follows the program's name.
  private func isLogged(_ message: String, _ error: String) -> Bool {
    let lines = (expected["log"]?.items.compactMap(\.string) ?? []) + [error]
    let isOfWord = error == "getopt_long() error"
    let message = message.split(separator: "\n").last ?? ""
    return lines.map(substituted).contains { line in
      line == message || (isOfWord && line.hasSuffix(": " + message))
    }
  }

  private func matches(_ option: UwsgiOption, _ name: [UInt8], _ value: [UInt8]) -> Bool {
    guard option.name == text(name) || option.name == substituted(text: name) else {
      return false
    }
    guard let given = option.value else { return text(value) == "true" }
    let wanted = Array(substituted(text: value).utf8)
    if let bytes = given.bytes { return bytes == wanted || bytes == value }
    return matches(given.parts[...], wanted[...])
  }

  /// Whether the known parts stand in the text in their order, with anything in unknown places.
  private func matches(
    _ parts: ArraySlice<UwsgiValue.Part>, _ text: ArraySlice<UInt8>
  ) -> Bool {
    switch parts.first {
    case nil: return text.isEmpty
    case .known(let bytes):
      return text.starts(with: bytes)
        && matches(parts.dropFirst(), text.dropFirst(bytes.count))
    case .unknown:
      return (text.startIndex...text.endIndex).contains { start in
        matches(parts.dropFirst(), text[start...])
      }
    }
  }

  private func substituted(_ text: String) -> String {
    substituted(text: Array(text.utf8))
  }

  /// The text with the tokens that stand for this machine's own values replaced.
  private func substituted(text: [UInt8]) -> String {
    var text = String(decoding: text, as: UTF8.self)
    let components = folder.split(separator: "/").map(String.init)
    var tokens = [
      "{{DIR}}": folder, "{{DIR.name}}": components.last ?? "",
      "{{HOSTNAME}}": machine.hostName ?? "", "{{CPUS}}": String(machine.cores ?? 0),
      "{{CPUS*2+1}}": String((machine.cores ?? 0) * 2 + 1), "{{VERSION}}": machine.version ?? "",
      "{{BINARY}}": machine.executablePath ?? "",
      "{{TIME}}": String((machine.startMicroseconds ?? 0) / 1_000_000),
      "{{MICROS}}": String(machine.startMicroseconds ?? 0),
    ]
    for index in 0..<10 {
      tokens["{{DIR.\(index)}}"] = index < components.count ? components[index] : ""
    }
    for (token, value) in tokens {
      text = text.replacing(token, with: value)
    }
    return hashed(text)
  }

  /// Replaces `{{HASH:file}}` by the hash that uWSGI makes of the file's path.
  private func hashed(_ text: String) -> String {
    var text = text
    while let start = text.firstRange(of: "{{HASH:"),
      let end = text[start.upperBound...].firstRange(of: "}}")
    {
      let path = folder + "/" + text[start.upperBound..<end.lowerBound]
      text.replaceSubrange(
        start.lowerBound..<end.upperBound, with: UwsgiPathHash(path).description)
    }
    return text
  }

  private func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private func text(_ option: UwsgiOption) -> String {
    "\(option.name) = \(option.value?.description ?? "true")"
  }
}
