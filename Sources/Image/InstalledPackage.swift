package import SourceText

/// A package that an image has.
package struct InstalledPackage: Hashable, Sendable {
  /// The program that installed it.
  package enum Manager: String, Sendable {
    case apt
    case apk
    case dnf
    case pip
  }

  package var manager: Manager
  package var name: String

  /// The version, where it is known.
  package var version: String?

  /// The instruction that names it, or a package that needs it; nil for one of the base image.
  package var span: SourceSpan?

  /// Whether the program's own makers packaged it, so that its version tells what it has mended.
  ///
  /// Distributions mend their packages without a new version of the program.
  package var isUpstream = false

  /// False for a package that may not have been installed, as in one branch of an `if`.
  package var isCertain = true
}
