/// How bad a finding is.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  /// Advice.
  case note

  /// It works, but is unsafe or fragile.
  case warning

  /// It will not work, or anyone can get in.
  case error

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
