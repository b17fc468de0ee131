import SourceText

/// A line of uWSGI's list of options while it is made.
struct Entry {
  var name: UwsgiText

  /// Nil for a word of the command line without a value.
  var value: UwsgiText?
  var nameSpan: SourceSpan
  var valueSpan: SourceSpan
  var place: UwsgiOption.Place = .file
  var steps: [EvaluationStep] = []

  /// What decides whether the entry is there at all; nil where it certainly is.
  var condition: UwsgiUnknown?

  /// Whether it has taken effect; its value is not expanded any more from then on.
  var isApplied = false

  /// Whether the option is known; found when it takes effect.
  var specification: OptionSpecification?
  var isKnown: Bool? = false

  /// The name where it is known: a name with unknown parts is no option's name.
  var knownName: String { name.description }
}

/// An option that took effect, in the order in which options do.
struct AppliedOption {
  let name: String
  let value: UwsgiText?
  let nameSpan: SourceSpan
  let valueSpan: SourceSpan
  let condition: UwsgiUnknown?
  let specification: OptionSpecification
}
