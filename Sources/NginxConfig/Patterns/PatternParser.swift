/// Reads a regular expression of PCRE into its parts.
///
/// It says nothing of what is wrong: nginx's own check does. What it does not know matches anything.
struct PatternParser {
  let bytes: [UInt8]
  var position = 0
  private var groupCount = 0
  private var depth = 0
  private var ignoresCase: Bool

  private static let depthLimit = 60

  init(_ pattern: [UInt8], ignoringCase: Bool) {
    bytes = pattern
    ignoresCase = ignoringCase
  }

  /// The whole pattern, and how many groups it captures.
  mutating func pattern() -> (root: PatternNode, groupCount: Int) {
    var parts: [PatternNode] = []
    while position < bytes.count {
      parts.append(alternatives())
      // A closing parenthesis without an opening one is a byte like others here.
      if position < bytes.count { position += 1 }
    }
    return (parts.count == 1 ? parts[0] : .sequence(parts), groupCount)
  }

  private mutating func alternatives() -> PatternNode {
    var branches = [sequence()]
    while take("|") { branches.append(sequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() -> PatternNode {
    var parts: [PatternNode] = []
    while let byte = peek, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      parts.append(repeated(atom()))
    }
    switch parts.count {
    case 0: return .nothing
    case 1: return parts[0]
    default: return .sequence(parts)
    }
  }

  private mutating func repeated(_ atom: PatternNode) -> PatternNode {
    var node = atom
    while let (minimum, maximum) = quantifier() {
      let isPossessive = take("+")
      if !isPossessive { _ = take("?") }
      node = .repetition(node, minimum: minimum, maximum: maximum, isPossessive: isPossessive)
    }
    return node
  }

  private mutating func quantifier() -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard peek == UInt8(ascii: "{") else { return nil }
    return bounds()
  }

  /// `{2}`, `{2,}` or `{2,5}`; anything else in braces is text.
  private mutating func bounds() -> (Int, Int?)? {
    let start = position
    position += 1
    guard let minimum = number() else {
      position = start
      return nil
    }
    var maximum: Int? = minimum
    if take(",") { maximum = number() }
    guard take("}") else {
      position = start
      return nil
    }
    return (minimum, maximum)
  }

  private mutating func number() -> Int? {
    let digits = bytes[position...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    position += digits.count
    return Int(String(decoding: digits.prefix(6), as: UTF8.self))
  }

  private mutating func atom() -> PatternNode {
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "^"): return .startOfText
    case UInt8(ascii: "$"): return .endOfText
    case UInt8(ascii: "."): return .bytes(ByteSet([UInt8(ascii: "\n")]).inverted)
    case UInt8(ascii: "["): return .bytes(characterClass())
    case UInt8(ascii: "("): return group()
    case UInt8(ascii: "\\"): return escape()
    default: return .bytes(literal(byte))
    }
  }

  private func literal(_ byte: UInt8) -> ByteSet {
    guard ignoresCase else { return ByteSet([byte]) }
    return ByteSet([byte.lowercased, byte.uppercased])
  }

  private mutating func group() -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.depthLimit else {
      position = bytes.count
      return .repetition(.bytes(.all), minimum: 0, maximum: nil, isPossessive: false)
    }
    let kind = groupKind()
    if case .flags = kind { return .assertion }
    let outerCase = ignoresCase
    let body = alternatives()
    _ = take(")")
    ignoresCase = outerCase
    switch kind {
    case .capturing(let number, let name): return .group(body, number: number, name: name)
    case .plain: return .group(body, number: nil, name: nil)
    case .atomic: return .atomic(body)
    case .lookAround, .flags: return .assertion
    }
  }

  private enum GroupKind {
    case capturing(Int, String?)
    case plain
    case atomic
    case lookAround
    case flags
  }

  private mutating func groupKind() -> GroupKind {
    guard take("?") else {
      groupCount += 1
      return .capturing(groupCount, nil)
    }
    if take(":") || take("|") { return .plain }
    if take(">") { return .atomic }
    if take("=") || take("!") { return .lookAround }
    if take("#") {
      while let byte = peek, byte != UInt8(ascii: ")") { position += 1 }
      _ = take(")")
      return .flags
    }
    return namedGroupOrFlags()
  }

  private mutating func namedGroupOrFlags() -> GroupKind {
    _ = take("P")
    if take("<") {
      if take("=") || take("!") { return .lookAround }
      return named(until: UInt8(ascii: ">"))
    }
    if take("'") { return named(until: UInt8(ascii: "'")) }
    var isOff = false
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: ")"): return .flags
      case UInt8(ascii: ":"): return .plain
      case UInt8(ascii: "-"): isOff = true
      case UInt8(ascii: "i"): ignoresCase = !isOff
      default: continue
      }
    }
    return .flags
  }

  private mutating func named(until end: UInt8) -> GroupKind {
    let name = bytes[position...].prefix { $0 != end }
    position = min(bytes.count, position + name.count + 1)
    groupCount += 1
    return .capturing(groupCount, String(decoding: name, as: UTF8.self))
  }

  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  private mutating func escape() -> PatternNode {
    guard let byte = peek else { return .nothing }
    position += 1
    switch byte {
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "K"), UInt8(ascii: "G"):
      return .assertion
    case UInt8(ascii: "A"): return .startOfText
    case UInt8(ascii: "z"), UInt8(ascii: "Z"): return .endOfText
    case UInt8(ascii: "1")...UInt8(ascii: "9"): return .backreference(Int(byte - 48))
    case UInt8(ascii: "Q"): return quotation()
    case UInt8(ascii: "p"), UInt8(ascii: "P"): return .bytes(property(byte))
    default:
      if let set = PatternParser.escaped(byte) { return .bytes(set) }
      return .bytes(literal(numbered(byte) ?? byte))
    }
  }

  private mutating func quotation() -> PatternNode {
    var parts: [PatternNode] = []
    while let byte = peek {
      position += 1
      if byte == UInt8(ascii: "\\"), take("E") { break }
      parts.append(.bytes(literal(byte)))
    }
    return .sequence(parts)
  }

  private mutating func characterClass() -> ByteSet {
    let isInverted = take("^")
    var set = ByteSet()
    var isFirst = true
    while let byte = peek, byte != UInt8(ascii: "]") || isFirst {
      isFirst = false
      set = set.union(classMember())
    }
    _ = take("]")
    return isInverted ? set.inverted : set
  }

  private mutating func classMember() -> ByteSet {
    if let posix = posixClass() { return posix }
    let first = bytes[position]
    position += 1
    var start = first
    if first == UInt8(ascii: "\\"), let byte = peek {
      position += 1
      if byte == UInt8(ascii: "p") || byte == UInt8(ascii: "P") { return property(byte) }
      if let set = PatternParser.escaped(byte), byte.isClassEscape { return set }
      start = numbered(byte) ?? PatternParser.control(byte) ?? byte
    }
    guard peek == UInt8(ascii: "-"), position + 1 < bytes.count,
      bytes[position + 1] != UInt8(ascii: "]")
    else { return literal(start) }
    position += 1
    var end = bytes[position]
    position += 1
    if end == UInt8(ascii: "\\"), let byte = peek {
      position += 1
      end = numbered(byte) ?? PatternParser.control(byte) ?? byte
    }
    guard start <= end else { return ByteSet([start, end]) }
    let range = ByteSet(start...end)
    return ignoresCase ? range.ignoringCase : range
  }
}
