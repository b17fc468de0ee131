package import SourceText

/// What stands at one path of an image, as far as it is known.
package struct FileNode: Equatable, Sendable {
  package var kind: FileKind

  /// The uid of its owner; nil where that is not known.
  package var owner: Int?

  /// The gid of its group; nil where that is not known.
  package var group: Int?

  /// The permission bits with set-uid, set-gid and sticky; nil where they are not known.
  package var mode: Int?

  /// What a file holds; it says nothing of other kinds.
  package var content: FileContent

  package var origin: FileOrigin

  /// The instruction that made it, or last changed it.
  package var span: SourceSpan?

  /// How a mount brings it; nil where the image has it.
  package var mount: FileMount?

  package init(
    kind: FileKind, owner: Int? = 0, group: Int? = 0, mode: Int?,
    content: FileContent = .unknown, origin: FileOrigin, span: SourceSpan? = nil
  ) {
    self.kind = kind
    self.owner = owner
    self.group = group
    self.mode = mode
    self.content = content
    self.origin = origin
    self.span = span
  }
}

/// A mount that shows a file, and what it hides of the image.
package struct FileMount: Equatable, Sendable {
  /// The instruction that put a file of the build folder at the same path; nil where none did.
  package let hiddenSpan: SourceSpan?
}

extension FileNode {
  /// The instruction that put it, or what a mount hides behind it, from the build folder into the image.
  package var copySpan: SourceSpan? {
    guard case .buildFolder = origin else { return nil }
    return mount.map(\.hiddenSpan) ?? span
  }
}

/// What kind of thing a path names.
package enum FileKind: Hashable, Sendable {
  case file
  case folder
  case link(target: String)
  case device
  case socket
}

/// What a file holds.
package enum FileContent: Hashable, Sendable {
  case bytes([UInt8])

  /// What a file of the build folder holds; it is read when somebody asks.
  case buildFile(String)

  case unknown
}

/// Where a file came from.
package enum FileOrigin: Hashable, Sendable {
  case baseImage

  /// A package, by its name.
  case package(String)

  /// The build folder; the path is relative to it.
  case buildFolder(String)

  /// An instruction of the Dockerfile that made it from nothing.
  case instruction

  /// Whether a base image or a package brings it.
  package var isOfDistribution: Bool {
    switch self {
    case .baseImage, .package: true
    case .buildFolder, .instruction: false
    }
  }
}
