/// Reads the YAML form as uWSGI's own reader does, which pip's builds have: line by line.
struct YAMLLineReader {
  private let units: [UwsgiText.Unit]
  private let section: UwsgiText

  init(_ units: [UwsgiText.Unit], section: UwsgiText) {
    self.units = units
    self.section = section
  }

  func options() -> [ReadOption] {
    var options: [ReadOption] = []
    var deepest = 0
    var isInSection = false
    for line in lines() where !line.isEmpty {
      let depth = depth(of: line)
      if depth <= deepest {
        deepest = depth
        if isInSection { return options }
      } else if !isInSection {
        continue
      }
      let content = trimmedStart(line)
      guard let first = units[content].first else { continue }
      if "-[{".utf8.contains(where: { UInt16($0) == first }) {
        if isInSection { return options }
        continue
      }
      if isInSection {
        guard let option = option(content) else { return options }
        options.append(option)
      } else if let colon = units[content].firstIndex(of: UInt16(ascii: ":")) {
        let name = UwsgiText(units: units[content.lowerBound..<colon])
        isInSection = name == section
      }
    }
    return options
  }

  /// A line without a colon and a blank after it ends the section.
  private func option(_ line: Range<Int>) -> ReadOption? {
    let separator = line.dropLast().first { index in
      units[index] == UInt16(ascii: ":") && units[index + 1] == 32
    }
    guard let separator else { return nil }
    let name = trimmedEnd(line.lowerBound..<separator)
    let value = trimmedEnd(trimmedStart(separator + 2..<line.upperBound))
    return ReadOption(
      name: UwsgiText(units: units[name]), value: UwsgiText(units: units[value]), nameRange: name,
      valueRange: value)
  }

  /// The lines up to a comment, which `#` begins wherever it stands, or to a zero byte.
  private func lines() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < units.count {
      let end = units[start...].firstIndex(of: 10) ?? units.count
      let cut = units[start..<end].firstIndex { $0 == UInt16(ascii: "#") || $0 == 0 } ?? end
      lines.append(start..<cut)
      start = end + 1
    }
    return lines
  }

  private func depth(of line: Range<Int>) -> Int {
    units[line].prefix { isBlank($0) }.reduce(0) { $0 + ($1 == 32 ? 1 : 8) }
  }

  private func trimmedStart(_ line: Range<Int>) -> Range<Int> {
    line.lowerBound + units[line].prefix { isBlank($0) }.count..<line.upperBound
  }

  private func trimmedEnd(_ line: Range<Int>) -> Range<Int> {
    let blanks = units[line].reversed().prefix { $0 == 32 || $0 == 9 }.count
    return line.lowerBound..<line.upperBound - blanks
  }

  private func isBlank(_ unit: UwsgiText.Unit) -> Bool {
    unit == 32 || unit == 9 || unit == 13
  }
}
