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

  /// Nil where the pattern is none.
  package init?(_ pattern: String, ignoringCase: Bool, isAddress: Bool) {
    guard let compiled = try? PerlPattern(Array(pattern.utf8), ignoringCase: ignoringCase) else {
      return nil
    }
    self.pattern = compiled
    analysis = PatternAnalysis(pattern, ignoringCase: ignoringCase)
    self.isAddress = isAddress
  }

  /// An origin that is none of those that the pattern names, and that it matches all the same.
  package var stranger: String? {
    for sample in analysis.samples {
      guard let origin = Origin(sample), let site = origin.site else { continue }
      for candidate in origin.strangers(isAddress: isAddress)
      where Origin(candidate)?.site != site && matches(candidate) {
        return candidate
      }
    }
    return nil
  }

  private func matches(_ text: String) -> Bool {
    pattern.firstMatch(in: Array(text.utf8)) != nil
  }
}

/// Scheme and host of an address.
private struct Origin {
  let scheme: String
  let host: String

  init?(_ text: String) {
    var rest = Substring(text)
    var scheme = "https"
    let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      scheme = parts[0].isEmpty ? "https" : String(parts[0])
      rest = Substring(parts[1])
    }
    let host = rest.prefix { !"/:?#@".contains($0) }
    guard !host.isEmpty else { return nil }
    self.scheme = scheme
    self.host = String(host)
  }

  /// The last two labels of the host: who owns it, near enough.
  var site: String? {
    let labels = host.split(separator: ".")
    guard labels.count > 1 else { return nil }
    return labels.suffix(2).joined(separator: ".").lowercased()
  }

  func strangers(isAddress: Bool) -> [String] {
    var hosts = ["\(host).evil.com", "evil\(host)", "\(host)evil.com", "\(host)evil"]
    for index in host.indices where host[index] == "." {
      hosts.append(host.replacing(at: index, with: "z"))
    }
    var candidates = hosts.map { "\(scheme)://\($0)" }
    candidates.append("evil.com")
    // No origin has a path, but patterns that want one are written all the same.
    candidates += hosts.map { "\(scheme)://\($0)/" }
    if isAddress {
      candidates += ["https://evil.com/\(scheme)://\(host)/", "https://evil.com/?\(host)/"]
      candidates += ["https://evil.com/\(host)", "https://evil.com/.\(host)/"]
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
