package import Rules

/// How many findings of each severity there are, and how the rules ended.
package struct Tally: Hashable, Sendable {
  package private(set) var errors = 0
  package private(set) var warnings = 0
  package private(set) var notes = 0
  package private(set) var passedRules = 0

  /// Rules that could not be judged, because something was not known.
  package private(set) var skippedRules = 0

  /// Rules that are about nothing in the stacks.
  package private(set) var idleRules = 0

  /// Findings that a comment or a baseline keeps from being told.
  package internal(set) var suppressed = 0

  /// Findings that `--fix` can mend, and those that `--unsafe-fixes` can besides.
  private(set) var safeRepairs = 0
  private(set) var unsafeRepairs = 0

  package init() {}

  /// Counts what one rule said.
  package mutating func add(_ result: RuleResult) {
    switch result.outcome {
    case .passed: passedRules += 1
    case .skipped where result.concernsNothing: idleRules += 1
    case .skipped: skippedRules += 1
    case .failed(let findings):
      for finding in findings {
        add(finding.severity)
        if let repair = finding.repair { add(repair) }
      }
    }
  }

  /// How many findings are of a severity.
  package subscript(severity: Severity) -> Int {
    switch severity {
    case .error: errors
    case .warning: warnings
    case .note: notes
    }
  }

  /// How many findings are of a severity or worse.
  package func count(atLeast severity: Severity) -> Int {
    Severity.allCases.filter { $0 >= severity }.reduce(0) { $0 + self[$1] }
  }

  private mutating func add(_ repair: Repair) {
    if repair.isSafe { safeRepairs += 1 } else { unsafeRepairs += 1 }
  }

  private mutating func add(_ severity: Severity) {
    switch severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .note: notes += 1
    }
  }
}
