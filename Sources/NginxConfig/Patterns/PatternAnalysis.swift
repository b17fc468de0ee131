/// What can be said of a regular expression without matching anything.
package struct PatternAnalysis: Sendable {
  /// How many groups capture.
  package let groupCount: Int
  let root: PatternNode
  let groups: [PatternGroup]

  package init(_ pattern: String, ignoringCase: Bool) {
    var parser = PatternParser(Array(pattern.utf8), ignoringCase: ignoringCase)
    (root, groupCount) = parser.pattern()
    groups = root.groups()
  }

  /// Whether every match begins at the beginning of the text.
  package var isAnchoredAtStart: Bool { root.mustBegin }

  /// Whether every match ends at the end of the text.
  package var isAnchoredAtEnd: Bool { root.mustEnd }

  /// Whether every alternative begins or ends where the text does.
  package var isAnchored: Bool { root.isAnchored }

  /// The only text that it matches; nil where there are several, or where it captures.
  package var onlyMatch: String? {
    guard case .sequence(let parts) = root, parts.first == .startOfText, parts.last == .endOfText
    else { return nil }
    var text: [UInt8] = []
    for part in parts.dropFirst().dropLast() {
      guard case .bytes(let set) = part, let byte = set.only else { return nil }
      text.append(byte)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The names of the groups that have one.
  package var names: [String] { groups.compactMap(\.name) }

  /// Whether some text makes a match take time that doubles with each byte.
  package var isExplosive: Bool { root.isExplosive }
}

extension PatternNode {
  fileprivate var mustBegin: Bool {
    switch self {
    case .startOfText: true
    case .sequence(let parts):
      parts.first { $0 != .assertion && $0 != .nothing }?.mustBegin ?? false
    case .alternatives(let branches): branches.allSatisfy(\.mustBegin)
    case .group(let body, _, _), .atomic(let body): body.mustBegin
    case .repetition(let body, let minimum, _, _): minimum > 0 && body.mustBegin
    default: false
    }
  }

  fileprivate var mustEnd: Bool {
    switch self {
    case .endOfText: true
    case .sequence(let parts):
      parts.last { $0 != .assertion && $0 != .nothing }?.mustEnd ?? false
    case .alternatives(let branches): branches.allSatisfy(\.mustEnd)
    case .group(let body, _, _), .atomic(let body): body.mustEnd
    case .repetition(let body, let minimum, _, _): minimum > 0 && body.mustEnd
    default: false
    }
  }

  fileprivate var isAnchored: Bool {
    switch self {
    case .alternatives(let branches): branches.allSatisfy(\.isAnchored)
    case .group(let body, _, _), .atomic(let body): body.isAnchored
    default: mustBegin || mustEnd
    }
  }

  /// All bytes that any part of it may take.
  var bytes: ByteSet {
    switch self {
    case .bytes(let set): set
    case .sequence(let parts), .alternatives(let parts):
      parts.reduce(ByteSet()) { $0.union($1.bytes) }
    case .group(let body, _, _), .atomic(let body), .repetition(let body, _, _, _): body.bytes
    case .backreference: .all
    case .nothing, .startOfText, .endOfText, .assertion: ByteSet()
    }
  }

  /// The bytes that a match of it may begin with.
  var first: ByteSet {
    switch self {
    case .bytes(let set): return set
    case .sequence(let parts):
      var set = ByteSet()
      for part in parts {
        set = set.union(part.first)
        guard part.isNullable else { break }
      }
      return set
    case .alternatives(let branches):
      return branches.reduce(ByteSet()) { $0.union($1.first) }
    case .group(let body, _, _), .atomic(let body), .repetition(let body, _, _, _):
      return body.first
    case .backreference: return .all
    case .nothing, .startOfText, .endOfText, .assertion: return ByteSet()
    }
  }

  /// Whether it may match without taking any text.
  var isNullable: Bool {
    switch self {
    case .bytes: false
    case .nothing, .startOfText, .endOfText, .assertion, .backreference: true
    case .sequence(let parts): parts.allSatisfy(\.isNullable)
    case .alternatives(let branches): branches.contains(where: \.isNullable)
    case .group(let body, _, _), .atomic(let body): body.isNullable
    case .repetition(let body, let minimum, _, _): minimum == 0 || body.isNullable
    }
  }

  private var children: [PatternNode] {
    switch self {
    case .sequence(let parts), .alternatives(let parts): parts
    case .group(let body, _, _), .atomic(let body), .repetition(let body, _, _, _): [body]
    default: []
    }
  }

  /// A loop whose body can take the same text in several ways has exponentially many ways in all.
  fileprivate var isExplosive: Bool {
    if case .atomic = self { return false }
    if case .repetition(let body, _, let maximum, let isPossessive) = self, !isPossessive,
      maximum.map({ $0 > 10 }) ?? true, body.isAmbiguousInLoop
    {
      return true
    }
    return children.contains(where: \.isExplosive)
  }

  /// Whether a text that is a run of such bodies can be cut into them in more than one way.
  private var isAmbiguousInLoop: Bool {
    switch self {
    case .group(let body, _, _): body.isAmbiguousInLoop
    case .alternatives(let branches):
      branches.contains(where: \.isAmbiguousInLoop)
        || words.map { $0.filter { !$0.isEmpty }.isAmbiguousAsCode } ?? branches.overlap
    case .repetition: isLoop
    case .sequence(let parts): PatternNode.isAmbiguous(parts)
    default: false
    }
  }

  /// An inner loop whose bytes nothing that must follow tells from the next round.
  private static func isAmbiguous(_ parts: [PatternNode]) -> Bool {
    for (index, part) in parts.enumerated() where part.isLoop {
      let others = Array(parts[(index + 1)...] + parts[..<index])
      let isSeparated = others.contains { other in
        !other.isNullable && other.bytes.intersection(part.bytes).isEmpty
      }
      if !isSeparated,
        others.allSatisfy({ $0.isNullable || !$0.first.intersection(part.bytes).isEmpty })
      {
        return true
      }
    }
    return false
  }

  /// Whether it can take runs of different lengths.
  private var isLoop: Bool {
    switch self {
    case .group(let body, _, _): body.isLoop
    case .repetition(let body, let minimum, let maximum, let isPossessive):
      !isPossessive && (maximum.map { $0 > max(1, minimum) } ?? true) && !body.bytes.isEmpty
    default: false
    }
  }
}

extension [PatternNode] {
  /// Whether two branches can begin with the same byte and one is a single byte wide.
  fileprivate var overlap: Bool {
    for (index, branch) in enumerated() {
      for other in self[(index + 1)...]
      where !branch.first.intersection(other.first).isEmpty && branch.isWithinByte(other) {
        return true
      }
    }
    return false
  }
}

extension PatternNode {
  /// Whether one of the two could be a run of the other, as `a|aa` or `\w|\d`.
  fileprivate func isWithinByte(_ other: PatternNode) -> Bool {
    func isOneByte(_ node: PatternNode) -> Bool {
      switch node {
      case .bytes: true
      case .group(let body, _, _): isOneByte(body)
      case .repetition(let body, _, _, let isPossessive): !isPossessive && isOneByte(body)
      default: false
      }
    }
    func isCovered(_ node: PatternNode, by set: ByteSet) -> Bool {
      node.bytes.intersection(set.inverted).isEmpty && !node.bytes.isEmpty
    }
    return isOneByte(self) && isOneByte(other)
      || isOneByte(self) && isCovered(other, by: bytes)
      || isOneByte(other) && isCovered(self, by: other.bytes)
  }
}
