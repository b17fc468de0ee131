extension Image {
  /// Makes the image what a container of a service sees, with the folder of the compose file.
  ///
  /// A file that is mounted is known; what a mounted folder or volume holds is not.
  package mutating func start(as service: ComposeService, folder: String) {
    service.override(&configuration)
    for mount in service.mounts {
      guard case .folder(let path) = mount.source, !path.hasPrefix("~"),
        let bytes = Self.bytes(ofMounted: path, in: folder)
      else {
        tree.doubtContents(below: mount.target)
        continue
      }
      // Owner and mode are those of the machine's file, which may be another one's tomorrow.
      let node = FileNode(
        kind: .file, owner: nil, group: nil, mode: nil, content: .bytes(bytes),
        origin: .buildFolder(path), span: mount.span)
      let parent = String(mount.target[...].dropLastName)
      let any = FileNode(kind: .folder, mode: 0o755, origin: .baseImage)
      if !parent.isEmpty { tree.makeFolder(parent, like: any) }
      tree.place(node, at: mount.target)
    }
  }

  private static func bytes(ofMounted path: String, in folder: String) -> [UInt8]? {
    let absolute = path.hasPrefix("/") ? path : folder + "/" + path
    return BuildFolder.bytes(of: absolute, limit: BuildContext.sizeLimit)
  }
}
