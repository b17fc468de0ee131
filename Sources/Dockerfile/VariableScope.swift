package import SourceText

/// A variable that `ARG` or `ENV` has set.
package struct BuildVariable: Hashable, Sendable {
  package var name: String
  package var value: ExpandedWord

  package init(_ name: String, _ value: ExpandedWord) {
    self.name = name
    self.value = value
  }
}

/// The variables that are in force at one place of a stage.
package struct VariableScope: Sendable {
  /// In the order in which they were set last.
  package private(set) var variables: [BuildVariable] = []

  /// False where the base image may set more.
  package var isComplete: Bool

  /// The names that an `ARG` declares, with a value or without.
  package private(set) var declared: Set<String> = []

  package init(_ variables: [BuildVariable] = [], isComplete: Bool = true) {
    self.isComplete = isComplete
    for variable in variables { set(variable) }
  }

  package subscript(name: String) -> ExpandedWord? {
    variables.last { $0.name == name }?.value
  }

  /// Sets a variable, which becomes the last one.
  package mutating func set(_ variable: BuildVariable) {
    variables.removeAll { $0.name == variable.name }
    variables.append(variable)
  }

  /// Makes a name one that `ARG` or `ENV` has named, whatever its value.
  package mutating func declare(_ name: String) {
    declared.insert(name)
  }

  /// Expands the variables of a word; what is not set is empty, as BuildKit has it.
  package func expand(
    _ word: SpannedText, escape: UInt8
  ) throws(ExpansionFailure) -> ExpandedWord {
    let expansion = try expansion(of: word.text, escape: escape, options: [])
    return expanded(expansion.text, expansion, span: word.span)
  }

  func expansion(
    of word: String, escape: UInt8, options: WordExpander.Options
  ) throws(ExpansionFailure) -> WordExpansion {
    try WordExpander.expand(word, escape: escape, options: options) { self[$0]?.text }
  }

  func expanded(_ text: String, _ expansion: WordExpansion, span: SourceSpan?) -> ExpandedWord {
    let usesOverridable = expansion.used.contains { self[$0]?.isCertain == false }
    let mayBeSet = expansion.unset.contains { !isComplete || declared.contains($0) }
    return ExpandedWord(text, span: span, isCertain: !usesOverridable && !mayBeSet)
  }
}
