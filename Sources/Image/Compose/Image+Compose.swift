internal import SourceText

extension Image {
  /// Makes the image what a container of a service sees, with the folder of the compose file.
  ///
  /// A mounted file is known as it lies in the project; what volumes hold is not.
  package mutating func start(as service: ComposeService, in project: ProjectFolder) {
    service.override(&configuration)
    // As the engine does it: what is mounted deeper comes later.
    let mounts = service.mounts.sorted { left, right in
      left.target.split(separator: "/").count < right.target.split(separator: "/").count
    }
    for mount in mounts {
      // What is mounted deeper may bring back what was hidden, and the folders above it.
      masked.removeAll {
        "\($0.path)/".hasPrefix("\(mount.target)/") || "\(mount.target)/".hasPrefix("\($0.path)/")
      }
      switch mount.source {
      case .memory: empty(mount)
      case .volume: cover(mount)
      case .folder(let path): show(path, of: project, at: mount)
      }
    }
  }

  /// A file system in memory: empty, with the mode of the folder that it hides.
  private mutating func empty(_ mount: ComposeService.Mount) {
    var mode: Int? = 0o1777
    if case .present(let hidden) = node(at: mount.target) { mode = hidden.mode }
    if case .unknown = node(at: mount.target) { mode = nil }
    tree.remove(mount.target)
    makeParent(of: mount.target)
    let folder = FileNode(kind: .folder, mode: mode, origin: .instruction, span: mount.span)
    tree.place(folder, at: mount.target)
    tree.close(mount.target)
  }

  private mutating func cover(_ mount: ComposeService.Mount) {
    tree.doubtContents(below: mount.target)
    guard case .present = node(at: mount.target) else {
      let any = FileNode(
        kind: .folder, owner: nil, group: nil, mode: nil, origin: .instruction, span: mount.span)
      makeParent(of: mount.target)
      tree.doubt(mount.target, node: any)
      return
    }
  }

  private mutating func show(
    _ path: String, of project: ProjectFolder, at mount: ComposeService.Mount
  ) {
    // Where the home or another machine's folder is meant, nobody knows what is there.
    guard !path.hasPrefix("~"), !path.hasPrefix("/") else { return cover(mount) }
    let origin = ProjectFolder.plain(path)
    if let bytes = project.bytes(at: path) {
      return show(bytes, origin: origin, at: mount.target, mount, copySpan(of: mount.target))
    }
    let files = project.files(below: path)
    // What nothing of is here may be filled where the container runs, or is not in the repository.
    if !files.isEmpty { mask(mount, with: path, of: project) }
    let hidden = files.map { copySpan(of: "\(mount.target)/\($0.path)") }
    cover(mount)
    for (file, hiddenSpan) in zip(files, hidden) {
      let name = origin.isEmpty ? file.path : "\(origin)/\(file.path)"
      show(file.bytes, origin: name, at: "\(mount.target)/\(file.path)", mount, hiddenSpan)
    }
  }

  /// Notes what the image has below a mounted folder, and that folder has not.
  ///
  /// A new volume is filled from the image; a folder of the machine is not. What git leaves out of
  /// the repository the machine may have, and so the folders that are there for nothing else.
  private mutating func mask(
    _ mount: ComposeService.Mount, with folder: String, of project: ProjectFolder
  ) {
    let prefix = mount.target + "/"
    var ignored = GitIgnore(of: project)
    var foldersOfTheIgnored: Set<String> = []
    var foldersOfTheLost: Set<String> = []
    var lost: [MaskedPath] = []
    for (path, node) in tree.presentNodes(where: { _, _ in true }) where path.hasPrefix(prefix) {
      let there = "\(folder)/\(path.dropFirst(prefix.count))"
      if project.has(there) { continue }
      if ignored.mayIgnore(there) {
        foldersOfTheIgnored.formUnion(Self.folders(above: path))
      } else {
        lost.append(MaskedPath(path: path, span: node.span, mountSpan: mount.span))
        if node.kind != .folder { foldersOfTheLost.formUnion(Self.folders(above: path)) }
      }
    }
    let mayBeThere = foldersOfTheIgnored.subtracting(foldersOfTheLost)
    masked += lost.filter { !mayBeThere.contains($0.path) }
  }

  private static func folders(above path: String) -> [String] {
    let names = ImageTree.names(of: path)
    return names.indices.map { ImageTree.path(of: Array(names[..<$0])) }
  }

  /// Owner and mode are those of the machine's file, which may be another one's tomorrow.
  private mutating func show(
    _ bytes: [UInt8], origin: String, at path: String, _ mount: ComposeService.Mount,
    _ hiddenSpan: SourceSpan?
  ) {
    makeParent(of: path)
    var node = FileNode(
      kind: .file, owner: nil, group: nil, mode: nil, content: .bytes(bytes),
      origin: .buildFolder(origin), span: mount.span)
    node.mount = FileMount(hiddenSpan: hiddenSpan)
    tree.place(node, at: path)
  }

  /// The instruction that put a file of the build folder at a path of the image.
  private func copySpan(of path: String) -> SourceSpan? {
    if case .present(let node) = node(at: path) { node.copySpan } else { nil }
  }

  private mutating func makeParent(of path: String) {
    let parent = String(path[...].dropLastName)
    let any = FileNode(kind: .folder, owner: nil, group: nil, mode: nil, origin: .baseImage)
    if !parent.isEmpty { tree.makeFolder(parent, like: any) }
  }
}
