/// Something that stands in a file system, as a listing of it tells.
package struct ListedFile: Hashable, Sendable {
  /// The absolute path.
  package var path: String
  package var kind: FileKind
  package var owner: Int
  package var group: Int

  /// The permission bits.
  package var mode: Int

  package init(path: String, kind: FileKind, owner: Int, group: Int, mode: Int) {
    self.path = path
    self.kind = kind
    self.owner = owner
    self.group = group
    self.mode = mode
  }
}

/// Where the contents of a listed file system are read.
package protocol ContentSource: AnyObject, Sendable {
  /// What a file holds, by its absolute path; nil where that is not known.
  func bytes(at path: String) -> [UInt8]?
}

extension Image {
  /// The image of a file system that was listed; the content of a file is read when somebody asks.
  ///
  /// A folder comes before what it holds. What a listing that is not complete leaves out is unknown.
  /// `readSystemFiles` reads accounts and packages, once the contents are there.
  package static func listed(
    _ files: [ListedFile], isComplete: Bool, contents: any ContentSource
  ) -> Image {
    var image = Image(context: BuildContext(unlisted: contents), isComplete: isComplete)
    for file in files where file.path != "/" {
      let node = FileNode(
        kind: file.kind, owner: file.owner, group: file.group, mode: file.mode,
        content: .buildFile(file.path), origin: .baseImage)
      image.tree.place(node, at: file.path)
    }
    return image
  }
}
