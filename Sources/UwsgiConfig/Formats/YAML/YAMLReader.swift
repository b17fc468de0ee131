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

  /// What was found before reading ended.
  private(set) var options: [ReadOption] = []

  /// Set where a token makes uWSGI stop reading without an error.
  private(set) var unsupportedAt: Int?

  init(_ units: [UwsgiText.Unit]) {
    scanner = YAMLScanner(units.prefix { $0 != 0 })
  }

  mutating func readOptions(ofSection section: UwsgiText) throws {
    var state = State.nothing
    var key: (text: UwsgiText, range: Range<Int>)?
    var depth = 0
    while true {
      let token = try scanner.next()
      switch token.kind {
      case .streamEnd:
        return
      case .key: state = .key
      case .value: state = .value
      case .flowSequenceStart, .blockSequenceStart:
        if depth > 0 { depth += 1 }
        state = .sequence
      case .flowEntry, .blockEntry:
        state = .sequence
      case .blockMappingStart:
        if depth > 0 {
          depth += 1
        } else if key?.text == section {
          depth = 1
        }
      case .blockEnd, .flowSequenceEnd:
        if depth > 0 {
          depth -= 1
          if depth == 0 { return }
        }
        key = nil
        state = .nothing
      case .scalar(let text):
        switch state {
        case .key: key = (text, token.range)
        case .value, .sequence:
          if let key, depth > 0 {
            options.append(
              ReadOption(
                name: key.text, value: text, nameRange: key.range, valueRange: token.range))
          }
          if state == .value {
            key = nil
            state = .nothing
          }
        case .nothing:
          unsupportedAt = token.range.lowerBound
          return
        }
      case .other:
        state = .nothing
      }
    }
  }
}
