package import Machine

extension Image: FileTree {
  /// What a program finds at a path of the image.
  package func lookup(_ path: String) -> FileLookup {
    switch tree.node(at: path) {
    case .absent: .absent
    case .unknown: .unknown
    case .present(let node): lookup(node)
    }
  }

  /// The names in a folder of the image.
  package func entries(ofFolder path: String) -> FolderListing {
    let listing = tree.names(inFolder: path)
    return FolderListing(names: listing.names, isComplete: listing.isComplete)
  }

  /// What a file holds, where that is known.
  package func bytes(of node: FileNode) -> [UInt8]? {
    switch node.content {
    case .bytes(let bytes): bytes
    case .buildFile(let path): context.bytes(at: path)
    case .unknown: nil
    }
  }

  private func lookup(_ node: FileNode) -> FileLookup {
    guard node.kind != .folder else { return .folder }
    guard node.kind == .file, let bytes = bytes(of: node) else { return .opaqueFile }
    guard case .buildFolder(let path) = node.origin else { return .file(bytes: bytes, origin: nil) }
    return .file(bytes: bytes, origin: path)
  }
}
