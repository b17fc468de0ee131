import Rules
import SourceText

/// Keeps the secrets of a container's environment out of whatever is written.
package struct Redaction: Sendable {
  private let secrets: [String]

  /// Takes the environment as `NAME=value`; short and common values are no secrets.
  package init(environment: [String]) {
    secrets = environment.compactMap { entry in
      let parts = entry.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[1].utf8.count >= shortestSecret else { return nil }
      let name = parts[0].uppercased()
      guard
        telling.contains(where: { name.contains($0) }) || Self.holdsCredentials(parts[1])
          || Self.isRandom(parts[1])
      else { return nil }
      return String(parts[1])
    }
    .sorted { $0.utf8.count > $1.utf8.count }
  }

  package func callAsFunction(_ text: String) -> String {
    secrets.reduce(text) { text, secret in
      guard text.contains(secret) else { return text }
      return text.split(separator: secret, omittingEmptySubsequences: false)
        .joined(separator: "***")
    }
  }

  /// A text with stars for each byte of a secret, so that spans into it stay right.
  func masked(_ text: [UInt8]) -> [UInt8] {
    var text = text
    for secret in secrets.map({ Array($0.utf8) }) {
      for range in text.ranges(of: secret) {
        text.replaceSubrange(range, with: repeatElement(UInt8(ascii: "*"), count: range.count))
      }
    }
    return text
  }

  /// Whether a value looks like a key that was drawn by lot, whatever its name.
  private static func isRandom(_ value: Substring) -> Bool {
    let digits = value.utf8.count { (0x30...0x39).contains($0) }
    let letters = value.utf8.count { (0x61...0x7a).contains($0 | 0x20) }
    let others = value.utf8.count { "_-+=".utf8.contains($0) }
    return value.utf8.count >= 16 && digits >= 4 && letters >= 4
      && digits + letters + others == value.utf8.count
  }

  /// Whether a value is a URL with a user and a password.
  private static func holdsCredentials(_ value: Substring) -> Bool {
    guard let scheme = value.range(of: "://") else { return false }
    let authority = value[scheme.upperBound...].prefix { $0 != "/" }
    return authority.contains("@") && authority.contains(":")
  }
}

extension Redaction {
  func of(_ evidence: Evidence) -> Evidence {
    Evidence(evidence.kind, self(evidence.text))
  }

  /// Files as they may be shown, with something before their paths.
  func of(_ sources: SourceFiles, prefix: String) -> SourceFiles {
    var shown = SourceFiles()
    for file in sources.files {
      _ = shown.add(path: prefix + file.path, origin: file.origin, bytes: masked(file.bytes))
    }
    return shown
  }

  /// A static rule's result as it may be shown; nobody edits files in a container.
  func of(_ result: RuleResult) -> RuleResult {
    guard case .failed(let findings) = result.outcome else { return result }
    var result = result
    result.outcome = .failed(
      findings.map { finding in
        var finding = finding
        finding.message = self(finding.message)
        finding.subject = self(finding.subject)
        finding.related = finding.related.map {
          RelatedSpan(span: $0.span, message: self($0.message))
        }
        finding.repair = nil
        return finding
      })
    return result
  }
}

private let shortestSecret = 4
private let telling = [
  "PASS", "SECRET", "TOKEN", "KEY", "CREDENTIAL", "PRIVATE", "AUTH", "DSN", "SALT", "COOKIE",
]
