package import SourceText

/// Why a text is no YAML document.
package struct YAMLError: Error, Hashable, Sendable {
  /// libyaml's own words.
  package let reason: String
  package let span: SourceSpan
}
