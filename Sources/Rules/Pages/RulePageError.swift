internal import SourceText

/// Why a page is no rule, and where in it.
package struct RulePageError: Error, Hashable, Sendable, CustomStringConvertible {
  private let message: PlacedMessage

  init(_ message: PlacedMessage) {
    self.message = message
  }

  package var description: String { "\(message)" }
}
