import Archive

/// Lays the layers of an image over each other, in memory.
struct LayerWriter {
  private(set) var tree: ImageTree

  /// How much content is kept in all; of what comes later only the names are known.
  private var contentLeft = 1 << 26

  /// The paths that the layer at hand has written: an opaque folder spares them.
  private var written: Set<String> = []

  init(_ tree: ImageTree) {
    self.tree = tree
  }

  /// Writes one layer over those below it.
  mutating func apply(_ layer: inout ArchiveReader) throws(ArchiveError) {
    written = []
    while let entry = try layer.next() {
      guard let name = entry.path.last else { continue }
      let folder = Array(entry.path.dropLast())
      if name == Self.opaqueMark {
        clear(folder)
      } else if name.hasPrefix(Self.whiteout) {
        tree.remove(ImageTree.path(of: folder + [String(name.dropFirst(Self.whiteout.count))]))
      } else if !name.hasPrefix(Self.metadata) {
        let path = ImageTree.path(of: entry.path)
        write(try node(entry, &layer), at: path)
        written.insert(path)
      }
    }
  }

  private static let whiteout = ".wh."
  private static let opaqueMark = ".wh..wh..opq"

  /// What AUFS kept for itself.
  private static let metadata = ".wh..wh."

  /// Takes away what the layers below put into a folder.
  private mutating func clear(_ folder: [String]) {
    let path = ImageTree.path(of: folder)
    for name in tree.names(inFolder: path).names {
      let child = ImageTree.path(of: folder + [name])
      if !written.contains(child) { tree.remove(child) }
    }
  }

  private mutating func write(_ node: FileNode, at path: String) {
    if tree.place(node, at: path) { return }
    let parent = String(path[...].dropLastName)
    let any = FileNode(kind: .folder, mode: 0o755, origin: .baseImage)
    if !parent.isEmpty { tree.makeFolder(parent, like: any) }
    tree.place(node, at: path)
  }

  private mutating func node(
    _ entry: ArchiveEntry, _ layer: inout ArchiveReader
  ) throws(ArchiveError) -> FileNode {
    var content = FileContent.unknown
    let kind: FileKind
    switch entry.kind {
    case .file:
      kind = .file
      content = try self.content(entry, &layer)
    case .folder: kind = .folder
    case .symbolicLink(let target): kind = .link(target: target)
    case .device: kind = .device
    case .socket: kind = .socket
    case .hardLink(let target):
      // Both names are one file.
      let names = try ArchiveEntry.names(of: target)
      if let node = tree.node(at: ImageTree.path(of: names), followingLast: false).node {
        return node
      }
      kind = .file
    }
    return FileNode(
      kind: kind, owner: entry.owner, group: entry.group, mode: entry.mode, content: content,
      origin: .baseImage)
  }

  private mutating func content(
    _ entry: ArchiveEntry, _ layer: inout ArchiveReader
  ) throws(ArchiveError) -> FileContent {
    let limit = min(BuildContext.sizeLimit, contentLeft)
    guard entry.size <= limit, KeptContent.matters(entry.path),
      let bytes = try layer.data(limit: limit), !bytes.prefix(8000).contains(0)
    else { return .unknown }
    contentLeft -= bytes.count
    return .bytes(bytes)
  }
}

/// Which files of an image are worth their memory.
private enum KeptContent {
  /// Whether a program of the stack may read a file as its configuration.
  static func matters(_ path: [String]) -> Bool {
    let isLibrary = path.contains { libraryFolders.contains($0) }
    guard isLibrary, let name = path.last else { return true }
    return endings.contains { name.hasSuffix($0) } || databases.contains(path)
  }

  private static let libraryFolders: Set = [
    "lib", "lib64", "share", "include", "node_modules", "site-packages", "dist-packages",
  ]
  private static let endings = [".conf", ".ini", ".yaml", ".yml", ".sh"]

  /// Books of the system that lie among libraries.
  private static let databases: Set = [
    ["usr", "lib", "os-release"], ["var", "lib", "dpkg", "status"],
    ["lib", "apk", "db", "installed"],
  ]
}
