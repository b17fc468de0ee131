extension PatternAnalysis {
  /// A few texts that the pattern is made to match, as far as its parts tell.
  package var samples: [String] {
    root.samples.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension PatternNode {
  private static let limit = 24

  /// Texts that match; loops are taken once or not at all.
  fileprivate var samples: [[UInt8]] {
    switch self {
    case .nothing, .startOfText, .endOfText, .assertion, .backreference: return [[]]
    case .bytes(let set): return set.example.map { [[$0]] } ?? []
    case .group(let body, _, _), .atomic(let body): return body.samples
    case .alternatives(let branches):
      return Array(branches.flatMap(\.samples).prefix(PatternNode.limit))
    case .repetition(let body, let minimum, let maximum, _):
      let once = body.samples
      let atLeast = Array(repeating: once.first ?? [], count: max(0, minimum - 1)).flatMap { $0 }
      let taken = maximum == 0 ? [] : once.map { atLeast + $0 }
      return Array(((minimum == 0 ? [[]] : []) + taken).prefix(PatternNode.limit))
    case .sequence(let parts):
      var texts: [[UInt8]] = [[]]
      for part in parts {
        let next = part.samples
        texts = Array(texts.flatMap { text in next.map { text + $0 } }.prefix(PatternNode.limit))
      }
      return texts
    }
  }
}

extension ByteSet {
  /// A byte of the set: one that a host name has, if it can be.
  fileprivate var example: UInt8? {
    let preferred = Array(".axwmh0-/:".utf8)
    return preferred.first(where: contains) ?? (UInt8(33)...126).first(where: contains)
      ?? (UInt8(0)...255).first(where: contains)
  }
}
