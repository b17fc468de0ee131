import Rules

/// Names findings so that the same one is known again after its lines have moved.
///
/// A fingerprint is made of rule, path and subject; findings that share all three are counted.
struct Fingerprints {
  private var counts: [String: Int] = [:]

  /// The next finding's fingerprint: 16 hexadecimal digits, and an ordinal from the second one on.
  mutating func next(_ finding: Finding, at place: Place) -> String {
    let digest = Fingerprints.digest([finding.rule, place.path, finding.subject])
    let count = (counts[digest] ?? 0) + 1
    counts[digest] = count
    return count == 1 ? digest : "\(digest):\(count)"
  }

  /// FNV-1a: short, the same on every machine, and strong enough where nobody gains by a collision.
  private static func digest(_ texts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in texts.joined(separator: "\0").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
