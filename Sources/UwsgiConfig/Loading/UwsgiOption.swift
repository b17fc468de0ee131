package import SourceText

/// An option of an instance, as uWSGI has it after all evaluation.
package struct UwsgiOption: Sendable {
  /// The name as it was written; a part that is not known shows as `…`.
  package let name: String

  /// The value that takes effect; nil for a word of the command line that has none.
  package let value: UwsgiValue?

  package let nameSpan: SourceSpan
  package let valueSpan: SourceSpan

  /// The value as it was written, before any evaluation.
  package let rawText: String

  /// How the value came to be, in order.
  package let steps: [EvaluationStep]

  /// The option as uWSGI declares it; nil for a name that no loaded plugin knows.
  package let specification: OptionSpecification?

  /// Whether uWSGI knows the name; nil where that hangs on an unknown plugin.
  package let isKnown: Bool?

  /// What decides whether the option is there at all; nil where it certainly is.
  package let condition: UwsgiUnknown?

  /// Whether it was written in a file, on the command line, or in the environment.
  package let place: Place

  /// Where an option was given.
  package enum Place: Sendable {
    case environment
    case commandLine
    case file
  }

  /// The value where it is known and certainly takes effect.
  package var text: String? {
    condition == nil ? value?.text : nil
  }
}

/// A change that uWSGI made to a value.
package struct EvaluationStep: Hashable, Sendable {
  /// What changed the value.
  package enum Kind: String, Sendable {
    case magic
    case loop
    case customOption = "custom-option"
    case environment
    case file
    case placeholder
    case arithmetic
  }

  package let kind: Kind

  /// What was replaced, such as `%(base)`.
  package let token: String

  /// What stands there now.
  package let replacement: String
}
