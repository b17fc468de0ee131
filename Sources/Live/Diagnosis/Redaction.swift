/// Keeps the secrets of a container's environment out of whatever is written.
package struct Redaction: Sendable {
  private let secrets: [String]

  /// Takes the environment as `NAME=value`; short and common values are no secrets.
  package init(environment: [String]) {
    secrets = environment.compactMap { entry in
      let parts = entry.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[1].utf8.count >= shortestSecret else { return nil }
      let name = parts[0].uppercased()
      guard telling.contains(where: { name.contains($0) }) || Self.holdsCredentials(parts[1])
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

  /// Whether a value is a URL with a user and a password.
  private static func holdsCredentials(_ value: Substring) -> Bool {
    guard let scheme = value.range(of: "://") else { return false }
    let authority = value[scheme.upperBound...].prefix { $0 != "/" }
    return authority.contains("@") && authority.contains(":")
  }
}

private let shortestSecret = 4
private let telling = [
  "PASS", "SECRET", "TOKEN", "KEY", "CREDENTIAL", "PRIVATE", "AUTH", "DSN", "SALT", "COOKIE",
]
