/// Reads the INI form as uWSGI's `core/ini.c` does.
///
/// There are no comments at the end of a line, no quotes, no line continuation; a section's header
/// loses its first and its last character, whatever that is.
struct INIReader {
  /// A line of the form `name = value`, as ranges of the text.
  struct Entry {
    let name: Range<Int>
    let value: Range<Int>

    /// Whether the line is in the section that was asked for; nil where a header is partly unknown.
    let isAsked: Bool?
  }

  private let units: [UwsgiText.Unit]
  private let section: UwsgiText

  init(_ text: SubstitutedText, section: UwsgiText) {
    units = text.units
    self.section = section
  }

  /// The options of the asked section, in the order of the lines.
  func entries() -> [Entry] {
    var entries: [Entry] = []
    var isAsked: Bool? = section.isEmpty
    for line in lines() {
      let line = trimmed(line)
      guard let first = units[line].first else { continue }
      switch first {
      case UInt16(ascii: "["):
        let header = units[line].dropFirst().dropLast()
        isAsked = UwsgiText(units: header).isEqual(to: section)
      case UInt16(ascii: ";"), UInt16(ascii: "#"):
        continue
      default:
        guard isAsked != false else { continue }
        entries.append(entry(line, isAsked: isAsked))
      }
    }
    return entries
  }

  private func entry(_ line: Range<Int>, isAsked: Bool?) -> Entry {
    guard let equals = units[line].firstIndex(of: UInt16(ascii: "=")) else {
      return Entry(name: line, value: line.upperBound..<line.upperBound, isAsked: isAsked)
    }
    return Entry(
      name: trimmed(line.lowerBound..<equals, atStart: false),
      value: trimmed(equals + 1..<line.upperBound),
      isAsked: isAsked
    )
  }

  /// The lines without their ends; one ends early at a zero byte.
  private func lines() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < units.count {
      let end = units[start...].firstIndex(of: UInt16(ascii: "\n")) ?? units.count
      let zero = units[start..<end].firstIndex(of: 0) ?? end
      lines.append(start..<zero)
      start = end + 1
    }
    return lines
  }

  private func trimmed(_ range: Range<Int>, atStart: Bool = true) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while atStart, low < high, isBlank(units[low]) { low += 1 }
    while high > low, isBlank(units[high - 1]) { high -= 1 }
    return low..<high
  }

  private func isBlank(_ unit: UwsgiText.Unit) -> Bool {
    unit == 32 || unit == 9 || unit == 13
  }
}
