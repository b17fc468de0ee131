import SourceText

/// The text of a configuration after its magic variables were replaced, and where each unit of it stands.
struct SubstitutedText {
  /// A file, or a file that `inject-before` or `inject-after` adds to it.
  struct Part {
    let file: SourceFile.ID
    let bytes: [UInt8]
  }

  /// A magic variable that was replaced.
  struct Replacement {
    /// The units that stand there now.
    let units: Range<Int>

    /// The byte after the percent sign.
    let letter: UInt8
  }

  private(set) var units: [UwsgiText.Unit] = []
  private(set) var replacements: [Replacement] = []
  private var origins: [Range<Int32>] = []
  private var partStarts: [(start: Int, file: SourceFile.ID)] = []
  private let end: SourceSpan

  /// The beginning of the last file, which is the one that was asked for.
  var start: SourceSpan { SourceSpan(file: end.file, start: 0, end: 0) }

  /// Replaces every `%x` as uWSGI's `magic_sub` does (`core/utils.c`): the byte after a percent sign
  /// always goes with it, even the end of a line, and what is put in is not looked at again.
  init(_ parts: [Part], magic: MagicVariables, isTerminated: Bool, unknown: SourceFile.ID) {
    let last = parts.last
    end = SourceSpan(
      file: last?.file ?? unknown, start: last?.bytes.count ?? 0, end: last?.bytes.count ?? 0)
    var held: (part: Int, offset: Int)?
    for (number, part) in parts.enumerated() {
      partStarts.append((units.count, part.file))
      for (offset, byte) in part.bytes.enumerated() {
        if let percent = held {
          held = nil
          let start = percent.part == number ? percent.offset : offset
          replace(byte, by: magic[byte], origin: Int32(start)..<Int32(offset + 1))
        } else if byte == UInt8(ascii: "%") {
          held = (number, offset)
        } else {
          append(UInt16(byte), origin: Int32(offset)..<Int32(offset + 1))
        }
      }
    }
    // A text that ends in a zero byte has a byte to go with a last percent sign; XML's has not.
    if let percent = held, !isTerminated {
      append(UInt16(ascii: "%"), origin: Int32(percent.offset)..<Int32(percent.offset + 1))
    }
  }

  func text(in range: Range<Int>) -> UwsgiText {
    UwsgiText(units: units[range])
  }

  /// The place in the file of some units; of none, the place between their neighbours.
  func span(of range: Range<Int>) -> SourceSpan {
    guard range.lowerBound < units.count else { return end }
    let file = partStarts.last { $0.start <= range.lowerBound }?.file ?? end.file
    let first = origins[range.lowerBound]
    guard !range.isEmpty else {
      return SourceSpan(file: file, start: Int(first.lowerBound), end: Int(first.lowerBound))
    }
    let last = origins[range.upperBound - 1]
    return SourceSpan(file: file, start: Int(first.lowerBound), end: Int(last.upperBound))
  }

  /// The magic variables that were replaced among some units.
  func replacements(in range: Range<Int>) -> [Replacement] {
    var low = 0
    var high = replacements.count
    while low < high {
      let middle = (low + high) / 2
      if replacements[middle].units.lowerBound < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return Array(replacements[low...].prefix { $0.units.upperBound <= range.upperBound })
  }

  private mutating func append(_ unit: UwsgiText.Unit, origin: Range<Int32>) {
    units.append(unit)
    origins.append(origin)
  }

  private mutating func replace(_ letter: UInt8, by value: UwsgiText, origin: Range<Int32>) {
    let start = units.count
    for unit in value.units {
      append(unit, origin: origin)
    }
    replacements.append(Replacement(units: start..<units.count, letter: letter))
  }
}
