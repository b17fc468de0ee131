package import Image

/// A container's file system: all that was listed of it, and the contents that were fetched.
package struct LiveFileSystem: Sendable {
  package let listing: FileListing
  package let contents = FetchedContents()

  /// The file system as a boot on paper reads it.
  package private(set) var image: Image

  package init(_ look: Look) {
    listing = look.listing
    image = Image.listed(
      listing.files, isComplete: listing.isComplete, openFolders: listing.openFolders,
      contents: contents)
    for path in listing.nonTexts { contents.add(nil, at: path) }
    for (path, content) in look.contents { contents.add(content, at: path) }
    image.readSystemFiles()
  }

  /// Takes up what was fetched meanwhile of accounts and packages.
  package mutating func readSystemFiles() {
    image.readSystemFiles()
  }

  /// What stands at a path, links followed; nil where nobody can tell.
  package func file(at path: String) -> LiveFile? {
    switch image.node(at: path) {
    case .absent: return LiveFile(path: path, kind: .absent)
    case .unknown: return nil
    case .present(let node):
      guard let mode = node.mode, let owner = node.owner, let group = node.group else { return nil }
      var file = LiveFile(
        path: path, kind: LiveFile.Kind(node.kind), mode: mode, userID: owner, groupID: group)
      if path.hasSuffix(".pid") { file.content = image.bytes(of: node) }
      return file
    }
  }

  /// The real paths of those files that are there and were not read.
  package func unread(_ paths: [String]) -> [String] {
    paths.filter { image.node(at: $0).node?.kind == .file }
      .compactMap { image.tree.realPath(of: $0) }.filter { !contents.knows($0) }
  }

  /// The files below a folder, by paths that begin with its own, sorted; nil where it is not there.
  package func files(below folder: String) -> [ListedFile]? {
    guard image.node(at: folder).presence != .absent else { return nil }
    let real = (image.tree.realPath(of: folder) ?? folder) + "/"
    let shown = folder.hasSuffix("/") ? folder : folder + "/"
    let below = listing.files.filter { $0.kind == .file && $0.path.utf8.starts(with: real.utf8) }
    return below.map { file in
      var file = file
      file.path = shown + file.path.dropFirst(real.count)
      return file
    }.sorted { $0.path < $1.path }
  }
}

extension Observation {
  /// Notes the files that the configuration promises and the sockets that were seen, with the folders
  /// above them.
  package mutating func look(at system: LiveFileSystem, for promises: Promises) {
    let named =
      promises.upstreams.map(\.value.address) + promises.uwsgiSockets.map(\.value.address)
      + (sockets ?? []).map(\.address)
    let paths = named.filter { $0.hasPrefix("/") }
    for path in paths + paths.flatMap(\.ancestors) + promises.pidFiles.map(\.value)
      + [Self.nginxProgram]
    {
      files[path] = files[path] ?? system.file(at: path)
    }
  }
}

extension LiveFile.Kind {
  fileprivate init(_ kind: FileKind) {
    switch kind {
    case .file: self = .file
    case .folder: self = .folder
    case .socket: self = .socket
    case .link: self = .link
    case .device: self = .other
    }
  }
}
