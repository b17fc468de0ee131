/// Commands one after the other, separated by `;`, `&` or new lines.
package struct ShellList: Sendable {
  package var items: [ShellItem]

  package init(items: [ShellItem] = []) {
    self.items = items
  }
}

/// Pipelines that `&&` and `||` join.
package struct ShellItem: Sendable {
  /// What decides whether a pipeline runs.
  package enum Condition: Sendable {
    /// It always runs: the first of the item.
    case always

    /// `&&`: it runs where what came before succeeded.
    case afterSuccess

    /// `||`: it runs where what came before failed.
    case afterFailure
  }

  package var pipelines: [(condition: Condition, pipeline: ShellPipeline)]

  /// Whether `&` follows: the shell does not wait for it.
  package var isBackground = false
}

/// Commands that `|` joins; one command alone is a pipeline too.
package struct ShellPipeline: Sendable {
  package var commands: [ShellCommand]

  /// Whether `!` turns success into failure.
  package var isNegated = false
}
