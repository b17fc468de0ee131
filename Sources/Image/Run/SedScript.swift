/// The plain scripts of `sed` that people put into Dockerfiles.
///
/// `s/text/other/`, `/text/d`, `/text/s/…/…/`, `$a text`, `1i text`, with texts that have no special
/// characters but anchors; a script with anything else is not carried out.
struct SedScript {
  private enum Address {
    case all
    case first
    case last
    case matching(Pattern)
  }

  private enum Action {
    case substitute(Pattern, [UInt8], isEverywhere: Bool)
    case delete
    case append([UInt8])
    case insert([UInt8])
  }

  private struct Pattern {
    /// The bytes; nil stands for any one.
    var text: [UInt8?]
    var isAtStart = false
    var isAtEnd = false

    /// Where it stands in a line, at or after a place.
    func range(in line: [UInt8], from start: Int) -> Range<Int>? {
      guard start + text.count <= line.count else { return nil }
      for place in start...(line.count - text.count) {
        if isAtStart, place > 0 { return nil }
        let range = place..<(place + text.count)
        if isAtEnd, range.upperBound != line.count { continue }
        if zip(line[range], text).allSatisfy({ $1 == nil || $0 == $1 }) { return range }
      }
      return nil
    }
  }

  private let address: Address
  private let action: Action

  /// Reads a script; nil for one that is not plain.
  init?(_ text: String, isExtended: Bool) {
    var rest = Array(text.utf8)[...]
    var address = Address.all
    if rest.first == UInt8(ascii: "/") {
      rest.removeFirst()
      guard let pattern = Self.part(&rest, until: UInt8(ascii: "/")),
        let pattern = Self.pattern(pattern, isExtended)
      else { return nil }
      address = .matching(pattern)
    } else if rest.first == UInt8(ascii: "$") {
      rest.removeFirst()
      address = .last
    } else if rest.starts(with: "1i".utf8) {
      rest.removeFirst()
      address = .first
    }
    rest = rest.drop { $0 == UInt8(ascii: " ") }
    guard let verb = rest.popFirst(), let action = Self.action(verb, rest, isExtended) else {
      return nil
    }
    self.address = address
    self.action = action
  }

  /// The text after the script went over it; nil where that cannot be told.
  func edit(_ bytes: [UInt8]?) -> [UInt8]? {
    guard let bytes else { return nil }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Array($0) }
    let endsWithLine = lines.last?.isEmpty ?? false
    if endsWithLine { lines.removeLast() }
    var result: [[UInt8]] = []
    for (number, line) in lines.enumerated() {
      guard applies(to: line, number: number, isLast: number == lines.count - 1) else {
        result.append(line)
        continue
      }
      switch action {
      case .delete: break
      case .append(let text): result += [line, text]
      case .insert(let text): result += [text, line]
      case .substitute(let pattern, let other, let isEverywhere):
        result.append(Self.replace(pattern, in: line, with: other, isEverywhere))
      }
    }
    return Array(result.joined(separator: [UInt8(ascii: "\n")]))
      + (endsWithLine && !result.isEmpty ? [UInt8(ascii: "\n")] : [])
  }

  private func applies(to line: [UInt8], number: Int, isLast: Bool) -> Bool {
    switch address {
    case .all: true
    case .first: number == 0
    case .last: isLast
    case .matching(let pattern): pattern.range(in: line, from: 0) != nil
    }
  }

  private static func replace(
    _ pattern: Pattern, in line: [UInt8], with other: [UInt8], _ isEverywhere: Bool
  ) -> [UInt8] {
    guard !pattern.text.isEmpty else {
      return pattern.isAtStart ? other + line : line + other
    }
    var result: [UInt8] = []
    var place = 0
    while let range = pattern.range(in: line, from: place) {
      result += line[place..<range.lowerBound] + other
      place = range.upperBound
      if !isEverywhere { break }
    }
    return result + line[place...]
  }

  // MARK: - Reading

  private static func action(
    _ verb: UInt8, _ rest: ArraySlice<UInt8>, _ isExtended: Bool
  ) -> Action? {
    switch verb {
    case UInt8(ascii: "d"):
      return rest.isEmpty ? .delete : nil
    case UInt8(ascii: "a"), UInt8(ascii: "i"):
      var text = rest
      if text.first == UInt8(ascii: "\\") { text.removeFirst() }
      text = text.drop { $0 == UInt8(ascii: " ") }
      guard !text.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\n") }) else {
        return nil
      }
      return verb == UInt8(ascii: "a") ? .append(Array(text)) : .insert(Array(text))
    case UInt8(ascii: "s"):
      return substitution(rest, isExtended)
    default:
      return nil
    }
  }

  private static func substitution(_ text: ArraySlice<UInt8>, _ isExtended: Bool) -> Action? {
    var rest = text
    guard let separator = rest.popFirst(),
      let left = part(&rest, until: separator), let right = part(&rest, until: separator),
      let pattern = pattern(left, isExtended), let right = replacement(right),
      rest.isEmpty || rest.elementsEqual("g".utf8)
    else { return nil }
    return .substitute(pattern, right, isEverywhere: !rest.isEmpty)
  }

  /// What is put in place of a match; nil where it takes up a part of the match.
  private static func replacement(_ bytes: [UInt8]) -> [UInt8]? {
    var rest = bytes[...]
    var text: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "&") { return nil }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard let escape = rest.popFirst().flatMap({ escapes[$0] }) else { return nil }
      text.append(escape)
    }
    return text
  }

  /// The control characters that `\r` and the like stand for.
  private static let escapes: [UInt8: UInt8] = [UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9]

  /// The bytes up to a separator that is not escaped; an escaped one loses its backslash.
  private static func part(_ rest: inout ArraySlice<UInt8>, until separator: UInt8) -> [UInt8]? {
    var result: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == separator { return result }
      if byte == UInt8(ascii: "\\"), let next = rest.popFirst() {
        result += next == separator ? [next] : [byte, next]
      } else {
        result.append(byte)
      }
    }
    return nil
  }

  private static func pattern(_ bytes: [UInt8], _ isExtended: Bool) -> Pattern? {
    var rest = bytes[...]
    var pattern = Pattern(text: [])
    if rest.first == UInt8(ascii: "^") {
      pattern.isAtStart = true
      rest.removeFirst()
    }
    if rest.last == UInt8(ascii: "$") {
      pattern.isAtEnd = true
      rest.removeLast()
    }
    let special = isExtended ? "[]*+?(){}|^$" : "[]*^$"
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\") {
        guard let next = rest.popFirst() else { return nil }
        guard let byte = escapes[next] ?? (".[]*^$/\\".utf8.contains(next) ? next : nil) else {
          return nil
        }
        pattern.text.append(byte)
      } else if byte == UInt8(ascii: ".") {
        pattern.text.append(nil)
      } else if special.utf8.contains(byte) {
        return nil
      } else {
        pattern.text.append(byte)
      }
    }
    return pattern
  }
}
