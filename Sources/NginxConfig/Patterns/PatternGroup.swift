/// A group of a regular expression that captures.
package struct PatternGroup: Sendable {
  package let number: Int

  /// The groups around it, the outermost first.
  package let around: [Int]

  /// Whether the text before it can only end with a slash.
  package let followsSlash: Bool
  let name: String?
  let body: PatternNode

  /// The bytes that it may hold.
  package var bytes: ByteSet { body.bytes }

  /// The bytes that it may begin with.
  package var firstBytes: ByteSet { body.first }

  /// Whether it can only begin with a slash.
  package var beginsWithSlash: Bool {
    !body.isNullable && body.first == ByteSet([UInt8(ascii: "/")])
  }
}

extension PatternAnalysis {
  /// The group that `$1` to `$9` stand for; nil where the pattern has no such group.
  package func group(_ number: Int) -> PatternGroup? {
    groups.first { $0.number == number }
  }

  /// The group of a name; nil where the pattern has none.
  package func group(named name: String) -> PatternGroup? {
    groups.first { $0.name == name }
  }
}

extension PatternNode {
  /// The groups that capture, in the order of their opening parentheses.
  func groups(around: [Int] = [], before: ByteSet = ByteSet()) -> [PatternGroup] {
    switch self {
    case .group(let body, let number?, let name):
      let group = PatternGroup(
        number: number, around: around, followsSlash: before == ByteSet([UInt8(ascii: "/")]),
        name: name, body: body)
      return [group] + body.groups(around: around + [number], before: before)
    case .group(let body, _, _), .atomic(let body):
      return body.groups(around: around, before: before)
    case .repetition(let body, _, let maximum, _):
      let inLoop = maximum == 1 ? before : before.union(body.last)
      return body.groups(around: around, before: inLoop)
    case .alternatives(let branches):
      return branches.flatMap { $0.groups(around: around, before: before) }
    case .sequence(let parts):
      return groups(ofParts: parts, around: around, before: before)
    default: return []
    }
  }

  private func groups(
    ofParts parts: [PatternNode], around: [Int], before: ByteSet
  ) -> [PatternGroup] {
    var groups: [PatternGroup] = []
    var before = before
    for part in parts {
      groups += part.groups(around: around, before: before)
      before = part.isNullable ? before.union(part.last) : part.last
    }
    return groups
  }

  /// The bytes that a match of it may end with.
  private var last: ByteSet {
    switch self {
    case .bytes(let set): return set
    case .sequence(let parts):
      var set = ByteSet()
      for part in parts.reversed() {
        set = set.union(part.last)
        guard part.isNullable else { break }
      }
      return set
    case .alternatives(let branches):
      return branches.reduce(ByteSet()) { $0.union($1.last) }
    case .group(let body, _, _), .atomic(let body), .repetition(let body, _, _, _):
      return body.last
    case .backreference: return .all
    case .nothing, .startOfText, .endOfText, .assertion: return ByteSet()
    }
  }
}
