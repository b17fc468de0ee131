package import SourceText

/// A path that the image has, and that a container does not see for a mount that lies over it.
package struct MaskedPath: Hashable, Sendable {
  package let path: String

  /// The instruction that made it; nil where it is of the base image.
  package let span: SourceSpan?
  package let mountSpan: SourceSpan
}
