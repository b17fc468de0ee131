/// Whose pages may ask an application, as its owner says.
package struct OriginPolicy: Hashable, Sendable {
  /// The domains, with all below them; empty where the owner did not say.
  package var domains: [String] = []

  /// Whether their pages come over TLS alone.
  package var isHTTPSOnly = false

  /// Whether clients ask that keep capital letters in the name of a host, as browsers do not.
  package var allowsCapitals = false

  package init() {}

  /// Whether pages of a host may ask.
  func trusts(_ host: String) -> Bool {
    let host = host.lowercased()
    return domains.isEmpty || domains.contains { host == $0 || host.hasSuffix("." + $0) }
  }
}
