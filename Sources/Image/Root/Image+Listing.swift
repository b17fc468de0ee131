/// Something that stands in a file system, as a listing of it tells.
package struct ListedFile: Hashable, Sendable {
  /// The absolute path.
  package var path: String
  package var kind: FileKind
  package var owner: Int
  package var group: Int

  /// The permission bits.
  package var mode: Int

  /// The length in bytes.
  package var size: Int

  package init(
    path: String, kind: FileKind, owner: Int, group: Int, mode: Int, size: Int = 0
  ) {
    self.path = path
    self.kind = kind
    self.owner = owner
    self.group = group
    self.mode = mode
    self.size = size
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
  /// A folder comes before what it holds. What a listing that is not complete leaves out is unknown,
  /// and so is what the open folders hold.
  /// `readSystemFiles` reads accounts and packages, once the contents are there.
  package static func listed(
    _ files: [ListedFile], isComplete: Bool, openFolders: Set<String> = [],
    contents: any ContentSource
  ) -> Image {
    var image = Image(context: BuildContext(unlisted: contents), isComplete: isComplete)
    var folders = ["": ImageTree.root]
    for file in files where file.path != "/" {
      let node = FileNode(
        kind: file.kind, owner: file.owner, group: file.group, mode: file.mode,
        content: .buildFile(file.path), origin: .baseImage)
      let slash = file.path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? file.path.startIndex
      guard let folder = folders[String(file.path[..<slash])] else { continue }
      let isFolder = file.kind == .folder
      let isOpen = isFolder && (!isComplete || openFolders.contains(file.path))
      let entry = ImageTree.Entry(presence: .present, node: node, isComplete: !isOpen)
      let index = image.tree.insert(
        entry, named: String(file.path[slash...].dropFirst()), in: folder)
      if isFolder { folders[file.path] = index }
    }
    return image
  }
}
