/// A pattern for whole paths: `*`, `?`, `[a-z]` within a name, and `**` across names if allowed.
///
/// It matches as Go's `filepath.Match` does, and as the builder's `.dockerignore` does with `**`.
struct PathPattern: Sendable {
  private enum Token: Equatable, Sendable {
    case byte(UInt8)
    case anyByte
    case anyBytes
    case set([ClosedRange<UInt8>], isNegated: Bool)

    /// `**` before a slash: any number of folders.
    case anyFolders

    /// `**` elsewhere: anything at all.
    case anything
  }

  private var tokens: [Token] = []

  /// The text, where it has no wildcards.
  let literal: String?

  init(_ text: String, allowsFolders: Bool = false) {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    var position = 0
    while position < bytes.count {
      position += Self.scan(bytes, at: position, allowsFolders: allowsFolders, into: &tokens)
    }
    self.tokens = tokens
    let plain = tokens.compactMap { if case .byte(let byte) = $0 { byte } else { nil } }
    literal = plain.count == tokens.count ? String(decoding: plain, as: UTF8.self) : nil
  }

  func matches(_ path: some StringProtocol) -> Bool {
    if let literal { return literal == path }
    let path = Array(path.utf8)
    // Where in the path the tokens read so far may end.
    var reached = [Bool](repeating: false, count: path.count + 1)
    reached[0] = true
    for token in tokens {
      reached = Self.advance(reached, over: token, in: path)
    }
    return reached[path.count]
  }

  private static func advance(_ reached: [Bool], over token: Token, in path: [UInt8]) -> [Bool] {
    var next = [Bool](repeating: false, count: reached.count)
    for position in reached.indices where reached[position] {
      switch token {
      case .anyFolders:
        next[position] = true
        for end in position..<path.count where path[end] == slash { next[end + 1] = true }
      case .anything:
        for end in position...path.count { next[end] = true }
      case .anyBytes:
        next[position] = true
        var end = position
        while end < path.count, path[end] != slash {
          end += 1
          next[end] = true
        }
      case .byte, .anyByte, .set:
        guard position < path.count, matches(path[position], token) else { continue }
        next[position + 1] = true
      }
    }
    return next
  }

  private static func matches(_ byte: UInt8, _ token: Token) -> Bool {
    switch token {
    case .byte(let wanted): byte == wanted
    case .set(let ranges, let isNegated):
      byte != slash && ranges.contains { $0.contains(byte) } != isNegated
    default: byte != slash
    }
  }

  /// Reads one token and answers how many bytes it takes.
  private static func scan(
    _ bytes: [UInt8], at position: Int, allowsFolders: Bool, into tokens: inout [Token]
  ) -> Int {
    switch bytes[position] {
    case UInt8(ascii: "*"):
      let count = bytes[position...].prefix { $0 == UInt8(ascii: "*") }.count
      guard allowsFolders, count >= 2 else {
        tokens.append(.anyBytes)
        return count
      }
      let isBeforeSlash = bytes[(position + count)...].first == slash
      tokens.append(isBeforeSlash ? .anyFolders : .anything)
      return isBeforeSlash ? count + 1 : count
    case UInt8(ascii: "?"):
      tokens.append(.anyByte)
      return 1
    case UInt8(ascii: "["):
      return scanSet(bytes, at: position, into: &tokens)
    case UInt8(ascii: "\\") where position + 1 < bytes.count:
      tokens.append(.byte(bytes[position + 1]))
      return 2
    default:
      tokens.append(.byte(bytes[position]))
      return 1
    }
  }

  private static func scanSet(_ bytes: [UInt8], at start: Int, into tokens: inout [Token]) -> Int {
    var position = start + 1
    var ranges: [ClosedRange<UInt8>] = []
    let isNegated = position < bytes.count && bytes[position] == UInt8(ascii: "^")
    if isNegated { position += 1 }
    while position < bytes.count, bytes[position] != UInt8(ascii: "]") || ranges.isEmpty {
      let low = bytes[position]
      let isRange = position + 2 < bytes.count && bytes[position + 1] == UInt8(ascii: "-")
      if isRange, bytes[position + 2] != UInt8(ascii: "]") {
        if low <= bytes[position + 2] { ranges.append(low...bytes[position + 2]) }
        position += 3
      } else {
        ranges.append(low...low)
        position += 1
      }
    }
    guard position < bytes.count else {
      tokens.append(.byte(bytes[start]))
      return 1
    }
    tokens.append(.set(ranges, isNegated: isNegated))
    return position + 1 - start
  }
}

private let slash = UInt8(ascii: "/")
