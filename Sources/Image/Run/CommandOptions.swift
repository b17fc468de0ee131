/// The options and operands of a command, as `getopt` splits them.
struct CommandOptions {
  /// The options without their dashes: `r`, `recursive`.
  private(set) var flags: Set<String> = []

  /// The values of the options that take one; of one that is repeated, all.
  private(set) var values: [String: [String]] = [:]
  private(set) var operands: [String] = []

  /// Splits arguments; `taking` names the options that take a value, without dashes.
  ///
  /// Where `isOrdered`, options end at the first operand.
  init(_ arguments: some Sequence<String>, taking: Set<String> = [], isOrdered: Bool = false) {
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        return
      }
      guard argument.hasPrefix("-"), argument.count > 1 else {
        operands.append(argument)
        if isOrdered {
          operands += rest
          return
        }
        continue
      }
      if argument.hasPrefix("--") {
        readLong(argument.dropFirst(2), &rest, taking)
      } else {
        readShort(argument.dropFirst(), &rest, taking)
      }
    }
  }

  func has(_ names: String...) -> Bool {
    names.contains { flags.contains($0) || values[$0] != nil }
  }

  /// The last value of the first of these options that has one.
  func value(_ names: String...) -> String? {
    for name in names {
      if let value = values[name]?.last { return value }
    }
    return nil
  }

  private mutating func readLong(
    _ option: Substring, _ rest: inout ArraySlice<String>, _ taking: Set<String>
  ) {
    if let sign = option.firstIndex(of: "=") {
      let value = String(option[option.index(after: sign)...])
      values[String(option[..<sign]), default: []].append(value)
    } else if taking.contains(String(option)), let value = rest.popFirst() {
      values[String(option), default: []].append(value)
    } else {
      flags.insert(String(option))
    }
  }

  private mutating func readShort(
    _ letters: Substring, _ rest: inout ArraySlice<String>, _ taking: Set<String>
  ) {
    var letters = letters
    while let letter = letters.popFirst() {
      guard taking.contains(String(letter)) else {
        flags.insert(String(letter))
        continue
      }
      if letters.isEmpty {
        if let value = rest.popFirst() { values[String(letter), default: []].append(value) }
      } else {
        values[String(letter), default: []].append(String(letters))
      }
      return
    }
  }
}
