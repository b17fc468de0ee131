/// Something that a parser found wrong: a fact with a place, never a thrown error.
///
/// Each parser has its own enum of problems; their sentences live in one file of its target.
package protocol Problem: Sendable {
  /// Names the kind of problem, in kebab-case (`unknown-directive`): rules select by it.
  var code: String { get }

  /// Where it is.
  var span: SourceSpan { get }

  /// The sentence, in the program's own wording where it has one: lower-case, no full stop.
  var message: String { get }

  /// What the program does about it.
  var consequence: Consequence { get }

  /// Other places that explain it, such as the first of two duplicates.
  var related: [RelatedSpan] { get }
}

extension Problem {
  package var related: [RelatedSpan] { [] }
}

/// What a program does when it meets a problem in its configuration.
package enum Consequence: String, Sendable {
  /// It does not start.
  case refuses

  /// It starts and says so in its log.
  case warns

  /// It starts and says nothing.
  case ignores

  /// It may do either; what decides is not known.
  case unknown
}

/// Another place that explains a problem or a finding.
package struct RelatedSpan: Hashable, Sendable {
  package let span: SourceSpan
  package let message: String

  package init(span: SourceSpan, message: String) {
    self.span = span
    self.message = message
  }
}
