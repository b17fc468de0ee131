/// Reads the YAML form as uWSGI does with libyaml: token by token, without a document's structure.
///
/// So lists and nested mappings are flattened, and the end of the section ends the file.
struct YAMLReader {
  private enum State {
    case nothing
    case key
    case value
    case sequence
  }

  private var scanner: YAMLScanner
  private var state = State.nothing
  private var key: (text: UwsgiText, range: Range<Int>)?

  /// How many blocks are open, that of the section included; 0 outside of it.
  private var depth = 0

  /// What was found before reading ended.
  private(set) var options: [ReadOption] = []

  /// Set where a token makes uWSGI stop reading without an error.
  private(set) var unsupportedAt: Int?

  init(_ units: [UwsgiText.Unit]) {
    scanner = YAMLScanner(units)
  }

  mutating func readOptions(ofSection section: UwsgiText) throws {
    var hasEnded = false
    while !hasEnded {
      hasEnded = take(try scanner.next(), section: section)
    }
  }

  /// Takes one token; true where it ends the reading (`uwsgi_yaml_config`).
  private mutating func take(_ token: YAMLToken, section: UwsgiText) -> Bool {
    switch token.kind {
    case .streamEnd: return true
    case .key: state = .key
    case .value: state = .value
    case .flowSequenceStart, .blockSequenceStart:
      if depth > 0 { depth += 1 }
      state = .sequence
    case .flowEntry, .blockEntry: state = .sequence
    case .blockMappingStart:
      if depth > 0 {
        depth += 1
      } else if key?.text == section {
        depth = 1
      }
    case .blockEnd, .flowSequenceEnd: return closeBlock()
    case .scalar(let text): return take(text, range: token.range)
    case .other: state = .nothing
    }
    return false
  }

  private mutating func closeBlock() -> Bool {
    if depth > 0 {
      depth -= 1
      if depth == 0 { return true }
    }
    key = nil
    state = .nothing
    return false
  }

  private mutating func take(_ scalar: UwsgiText, range: Range<Int>) -> Bool {
    // C's strings end at a zero byte, which an escape can make.
    let text = UwsgiText(units: scalar.units.prefix { $0 != 0 })
    switch state {
    case .key: key = (text, range)
    case .value, .sequence:
      if let key, depth > 0 {
        options.append(
          ReadOption(name: key.text, value: text, nameRange: key.range, valueRange: range))
      }
      if state == .value {
        key = nil
        state = .nothing
      }
    case .nothing:
      unsupportedAt = range.lowerBound
      return true
    }
    return false
  }
}
