import SourceText

extension Loader {
  /// The three passes that rewrite values, in uWSGI's order: `$(…)`, `@(…)`, `%(…)`.
  mutating func expandAll() throws {
    for symbol in ["$", "@", "%"] as [Unicode.Scalar] {
      for index in entries.indices where !entries[index].isApplied {
        try expand(symbol, index)
      }
    }
  }

  /// Replaces every token of a value as `uwsgi_apply_config_pass` does (`core/utils.c`).
  ///
  /// After a replacement the scan goes on at the second unit of the value, not at the first: so what
  /// is put in is looked at again, but a token at the very beginning is overlooked.
  private mutating func expand(_ symbol: Unicode.Scalar, _ index: Int) throws {
    let symbolUnit = UInt16(ascii: symbol)
    guard let value = entries[index].value, value.units.contains(symbolUnit) else { return }
    var scanner = TokenScanner(value, symbol: symbolUnit)
    var replacements = 0
    while let token = scanner.next() {
      guard let replacement = try lookUp(symbol, token, entries[index]) else { continue }
      replacements += 1
      try countWork(scanner.value.units.count / 8 + 1)
      scanner.replace(with: replacement.text)
      let isTooLong = scanner.value.units.count > LoadingLimits.valueLength
      if isTooLong || replacements > LoadingLimits.replacements {
        try stop(
          .endlessExpansion(option: entries[index].knownName), at: entries[index].nameSpan)
      }
      entries[index].value = scanner.value
      if replacements <= 100 {
        entries[index].steps.append(
          EvaluationStep(
            kind: replacement.kind, token: "\(symbol)(\(token.description))",
            replacement: replacement.text.description))
      }
    }
  }

  private mutating func lookUp(
    _ symbol: Unicode.Scalar, _ token: UwsgiText, _ entry: Entry
  ) throws -> (text: UwsgiText, kind: EvaluationStep.Kind)? {
    switch symbol {
    case "$":
      return text(of: environmentValue(token)).map { ($0, .environment) }
    case "@":
      return try fileText(token, entry).map { ($0, .file) }
    default:
      guard token.units.contains(UInt16(ascii: " ")) else {
        return text(of: placeholder(named: token)).map { ($0, .placeholder) }
      }
      return try compute(token, entry).map { ($0, .arithmetic) }
    }
  }

  private mutating func text(of lookup: VariableLookup) -> UwsgiText? {
    switch lookup {
    case .value(let text): text
    case .absent: nil
    case .unknown(let unknown): unknownText(unknown)
    }
  }

  /// The content of a file without one last line end, up to a zero byte (`uwsgi_simple_file_read`).
  private mutating func fileText(_ address: UwsgiText, _ entry: Entry) throws -> UwsgiText? {
    switch read(address, at: entry.valueSpan) {
    case .missing:
      return nil
    case .unknown(let unknown):
      isComplete = false
      return unknownText(unknown)
    case .bytes(let file):
      var text = file.bytes[...]
      if let last = text.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") {
        text = text.dropLast()
      }
      try countWork(text.count)
      return UwsgiText(bytes: text.prefix { $0 != 0 })
    }
  }
}

/// Finds tokens such as `%(name)` in a value while it changes.
struct TokenScanner {
  private(set) var value: UwsgiText
  private let symbol: UwsgiText.Unit
  private var index = 0
  private var state = State()

  /// The state before each unit, since the scan last began at the second one.
  ///
  /// A text that did not change is scanned alike again: so it need not be.
  private var states: [State] = []
  private var hasStartedOver = false

  private struct State {
    enum Kind {
      case outside
      case symbol
      case inside
    }

    var kind = Kind.outside
    var depth = 0

    /// Where the text between the parentheses begins.
    var start = 0
  }

  init(_ value: UwsgiText, symbol: UwsgiText.Unit) {
    self.value = value
    self.symbol = symbol
  }

  /// The text of the next token that ends; one inside another comes first.
  mutating func next() -> UwsgiText? {
    while index < value.units.count {
      states.append(state)
      let unit = value.units[index]
      index += 1
      if unit == symbol {
        state.kind = .symbol
      } else if unit == UInt16(ascii: "("), state.kind == .symbol {
        state = State(kind: .inside, depth: 0, start: index)
      } else if state.kind == .inside {
        if unit == UInt16(ascii: "(") {
          state.depth += 1
        } else if unit == UInt16(ascii: ")"), state.depth > 0 {
          state.depth -= 1
        } else if unit == UInt16(ascii: ")") {
          state.kind = .outside
          guard state.start < index - 1 else { continue }
          return UwsgiText(units: value.units[state.start..<index - 1])
        }
      } else {
        state.kind = .outside
      }
    }
    return nil
  }

  /// Puts text in place of the token that was found last, and starts over at the second unit.
  mutating func replace(with text: UwsgiText) {
    let first = state.start - 2
    value.units.replaceSubrange(first..<index, with: text.units)
    if hasStartedOver, first >= 1 {
      state = states[first]
      states.removeSubrange(first...)
      index = first
    } else {
      hasStartedOver = true
      state = State()
      states = [state]
      index = 1
    }
  }
}
