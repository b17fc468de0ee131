/// How supervisord came to its configuration file.
package struct ConfigurationSearch: Sendable {
  /// What the search came to.
  package enum Outcome: Hashable, Sendable {
    case found(String)
    case notFound

    /// The path may be there or not, and with it the file that would be read.
    case unknown(String)
  }

  /// Whether `-c` names the file.
  package var isExplicit: Bool

  /// The paths that supervisord looks at, in order, as it would write them.
  package var candidates: [String]
  package var outcome: Outcome
}
