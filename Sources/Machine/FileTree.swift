/// The file system that a program sees, as far as it is known.
package protocol FileTree: Sendable {
  /// What stands at an absolute path, links followed.
  func lookup(_ path: String) -> FileLookup

  /// What a folder holds.
  func entries(ofFolder path: String) -> FolderListing

  /// The text of a symbolic link; nil where there is none, or none that is known.
  func destination(ofLink path: String) -> String?
}

extension FileTree {
  /// A tree that knows no links answers nil.
  package func destination(ofLink path: String) -> String? { nil }
}

/// What a program finds at a path.
package enum FileLookup: Sendable {
  /// A file whose content is known; `origin` is its path in the checked folder, if it came from there.
  case file(bytes: [UInt8], origin: String?)

  /// A file that is there, with content that nobody can tell.
  case opaqueFile

  case folder
  case absent

  /// It may be there or not.
  case unknown
}

/// The names in a folder.
package struct FolderListing: Sendable {
  /// The names that are there, hidden ones included, sorted by their bytes.
  package let names: [String]

  /// False where there may be more.
  package let isComplete: Bool

  package init(names: [String], isComplete: Bool) {
    self.names = names
    self.isComplete = isComplete
  }
}
