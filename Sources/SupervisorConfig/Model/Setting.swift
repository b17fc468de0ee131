package import SourceText

/// What decided a value.
package enum SettingSource: Hashable, Sendable {
  /// Nothing set it.
  case initial
  case option(SourceSpan)
  case commandLine(SourceSpan?)
}

/// A value that supervisord would use, and where it comes from.
package struct Setting<Value: Sendable>: Sendable {
  /// Nil where the value is not known, or is none that supervisord takes.
  package let value: Value?
  package let source: SettingSource

  package var isDefault: Bool {
    source == .initial
  }

  /// The place of the value; nil for a default.
  package var span: SourceSpan? {
    switch source {
    case .initial: nil
    case .option(let span): span
    case .commandLine(let span): span
    }
  }

  init(_ value: Value?, source: SettingSource = .initial) {
    self.value = value
    self.source = source
  }

  func map<Other>(_ transform: (Value) -> Other?) -> Setting<Other> {
    Setting<Other>(value.flatMap(transform), source: source)
  }
}
