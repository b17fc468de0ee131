internal import PerlPattern

/// Looks for a stranger whom a pattern for origins or referers lets in.
///
/// It takes texts that the pattern is made for, changes their host as an attacker would, and asks
/// PCRE itself whether the pattern still matches.
package struct OriginCheck {
  private let pattern: PerlPattern
  private let analysis: PatternAnalysis

  /// Whether the text is a whole address, as in `Referer`, and not only its origin.
  private let isAddress: Bool
  private let policy: OriginPolicy

  /// Nil where the pattern is none.
  package init?(
    _ pattern: String, ignoringCase: Bool, isAddress: Bool, policy: OriginPolicy
  ) {
    guard let compiled = try? PerlPattern(Array(pattern.utf8), ignoringCase: ignoringCase) else {
      return nil
    }
    self.pattern = compiled
    // Samples are in the case that is written, whatever else matches.
    analysis = PatternAnalysis(pattern.replacing("(?i)", with: ""), ignoringCase: false)
    self.isAddress = isAddress
    self.policy = policy
  }

  /// An origin that is none of those that the pattern names, and that it matches all the same.
  package var stranger: String? {
    for sample in analysis.samples() {
      guard let origin = Origin(sample) else { continue }
      if !policy.trusts(origin.host), matches(sample) { return sample }
      let inTheClear = "http://\(origin.host)\(origin.rest)"
      if policy.isHTTPSOnly, matches(inTheClear) { return inTheClear }
      for candidate in origin.strangers(of: sample, isAddress: isAddress)
      where Origin(candidate)?.site != origin.site && matches(candidate) {
        return candidate
      }
    }
    return nil
  }

  /// A text that the pattern asks for, though no browser sends such a header.
  package var mismatch: String? {
    let samples = analysis.samples() + analysis.samples(preferring: Array("A_".utf8))
    if let sample = samples.first(where: { matches($0) && !isSendable($0) }) { return sample }
    guard !isAddress, !analysis.isAnchoredAtStart else { return nil }
    return samples.lazy.map { "x\($0)" }.first(where: matches)
  }

  /// Whether none of the texts that it asks for is one that a browser sends.
  package var isForNobody: Bool {
    analysis.samples().allSatisfy { !matches($0) || !isSendable($0) }
  }

  /// Browsers send a scheme and a host in lower case, and in an origin nothing behind them.
  private func isSendable(_ text: String) -> Bool {
    guard analysis.isAnchoredAtStart else { return true }
    let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, ["http", "https"].contains(parts[0]) else { return false }
    let host = parts[1].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let isOfHost = host.utf8.allSatisfy { byte in
      ByteSet.host.contains(byte) && byte != UInt8(ascii: "_")
        && (policy.allowsCapitals || !(65...90).contains(byte))
    }
    return isOfHost && (isAddress || host.count == parts[1].count)
  }

  private func matches(_ text: String) -> Bool {
    pattern.firstMatch(in: Array(text.utf8)) != nil
  }
}

/// Scheme and host of an address.
private struct Origin {
  let scheme: String
  let host: String

  /// What stands behind the host: a port, a path.
  let rest: String

  init?(_ text: String) {
    var rest = Substring(text)
    var scheme = "https"
    let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      scheme = parts[0].isEmpty ? "https" : String(parts[0])
      rest = Substring(parts[1])
    } else if text.hasPrefix("//") {
      rest = rest.dropFirst(2)
    }
    let host = rest.prefix { !"/:?#@".contains($0) }
    guard !host.isEmpty else { return nil }
    self.scheme = scheme
    self.host = String(host)
    self.rest = String(rest.dropFirst(host.count))
  }

  /// The last two labels of the host: who owns it, near enough.
  var site: String {
    host.split(separator: ".").suffix(2).joined(separator: ".").lowercased()
  }

  func strangers(of sample: String, isAddress: Bool) -> [String] {
    var hosts = ["\(host).evil.com", "evil\(host)", "\(host)evil.com", "\(host)evil"]
    for index in host.indices where host[index] == "." {
      hosts.append(host.replacing(at: index, with: "z"))
    }
    var candidates = hosts.flatMap { ["\(scheme)://\($0)", "\(scheme)://\($0)\(rest)"] }
    candidates += ["evil.com", "\(sample).evil.com"]
    // No origin has a path, but patterns that want one are written all the same.
    candidates += hosts.map { "\(scheme)://\($0)/" }
    if isAddress {
      candidates += ["https://evil.com/\(scheme)://\(host)/", "https://evil.com/?\(host)/"]
      candidates += ["https://evil.com/\(host)", "https://evil.com/.\(host)/"]
      candidates += ["https://evil.com/?\(sample)", "https://evil.com/\(sample)"]
    }
    return candidates
  }
}

extension String {
  fileprivate func replacing(at index: Index, with character: Character) -> String {
    var text = self
    text.replaceSubrange(index...index, with: [character])
    return text
  }
}
