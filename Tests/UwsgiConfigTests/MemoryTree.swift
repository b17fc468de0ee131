import Machine

/// A file tree that a test writes down; what it does not tell is absent, or unknown where it says so.
struct MemoryTree: FileTree {
  var files: [String: String] = [:]
  var folders: Set<String> = []
  var links: [String: String] = [:]

  /// Folders about which nothing more is known than what stands here.
  var unknownFolders: Set<String> = []

  func lookup(_ path: String) -> FileLookup {
    if let text = files[path] { return .file(bytes: Array(text.utf8), origin: nil) }
    let isFolder =
      path == "/" || folders.contains(path) || files.keys.contains { $0.hasPrefix(path + "/") }
    if isFolder { return .folder }
    return unknownFolders.contains { path.hasPrefix($0) } ? .unknown : .absent
  }

  func entries(ofFolder path: String) -> FolderListing {
    let prefix = path.hasSuffix("/") ? path : path + "/"
    let names = (Array(files.keys) + folders).filter { $0.hasPrefix(prefix) }
      .compactMap { $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init) }
    return FolderListing(
      names: Set(names).sorted(), isComplete: !unknownFolders.contains { path.hasPrefix($0) })
  }

  func destination(ofLink path: String) -> String? { links[path] }
}
