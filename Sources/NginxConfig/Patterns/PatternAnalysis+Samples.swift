extension PatternAnalysis {
  /// A few texts that the pattern is made to match, as far as its parts tell.
  ///
  /// Where a class names bytes to choose from, it is the first of `preferred` that it has.
  package func samples(preferring preferred: [UInt8] = Array(".axwmh0-/:".utf8)) -> [String] {
    root.samples(preferred).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension PatternNode {
  private static let limit = 24

  /// Texts that match; loops are taken once or not at all.
  fileprivate func samples(_ preferred: [UInt8]) -> [[UInt8]] {
    switch self {
    case .nothing, .startOfText, .endOfText, .assertion, .backreference: return [[]]
    case .bytes(let set): return set.example(preferred).map { [[$0]] } ?? []
    case .group(let body, _, _), .atomic(let body): return body.samples(preferred)
    case .alternatives(let branches):
      return Array(branches.flatMap { $0.samples(preferred) }.prefix(PatternNode.limit))
    case .repetition(let body, let minimum, let maximum, _):
      let once = body.samples(preferred)
      let atLeast = Array(repeating: once.first ?? [], count: max(0, minimum - 1)).flatMap { $0 }
      let taken = maximum == 0 ? [] : once.map { atLeast + $0 }
      return Array(((minimum == 0 ? [[]] : []) + taken).prefix(PatternNode.limit))
    case .sequence(let parts):
      var texts: [[UInt8]] = [[]]
      for part in parts {
        let next = part.samples(preferred)
        texts = Array(texts.flatMap { text in next.map { text + $0 } }.prefix(PatternNode.limit))
      }
      return texts
    }
  }
}

extension ByteSet {
  /// A byte of the set: one of a host name, if it can be.
  ///
  /// Of a class that only leaves some bytes out, such as `[^/]`, nothing strange is taken.
  fileprivate func example(_ preferred: [UInt8]) -> UInt8? {
    let isLeavingOut = contains(UInt8(ascii: "`"))
    let usual = Array(".axwmh0-/:".utf8)
    return (isLeavingOut ? usual : preferred).first(where: contains)
      ?? usual.first(where: contains)
      ?? (UInt8(33)...126).first(where: contains) ?? (UInt8(0)...255).first(where: contains)
  }
}
