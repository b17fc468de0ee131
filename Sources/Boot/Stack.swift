package import SourceText

/// One deployable thing: its tree, and what boots in it.
package struct Stack: Sendable {
  /// Where the model of a stack comes from.
  package enum Source: String, Sendable {
    case dockerfile
    case files
    case root
    case archive
    case compose
    case container
  }

  /// The folder or file that was checked, as the user gave it.
  package var path: String
  package var source: Source
  package var sources: SourceFiles
  package var container: Container
  package var boot: Boot

  /// The first place to look at where a finding has none of its own.
  package var anchor: SourceSpan?

  package init(
    path: String, source: Source, sources: SourceFiles, container: Container, boot: Boot,
    anchor: SourceSpan?
  ) {
    self.path = path
    self.source = source
    self.sources = sources
    self.container = container
    self.boot = boot
    self.anchor = anchor
  }
}
