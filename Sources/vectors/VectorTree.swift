import Machine

/// A folder of vectors on disk, with the symbolic links that a copy of it may have lost.
struct VectorTree: FileTree {
  private let disk = DiskTree()
  private let links: [String: String]

  /// Makes a tree where the links, by their path in the folder, stand even if files took their place.
  init(folder: String, links: [String: String]) {
    var absolute: [String: String] = [:]
    for (path, destination) in links {
      absolute["\(folder)/\(path)"] = destination
    }
    self.links = absolute
  }

  func lookup(_ path: String) -> FileLookup { disk.lookup(path) }

  func entries(ofFolder path: String) -> FolderListing { disk.entries(ofFolder: path) }

  func destination(ofLink path: String) -> String? {
    if let destination = disk.destination(ofLink: path) { return destination }
    guard let destination = links[path] else { return nil }
    if case .absent = disk.lookup(path) { return nil }
    return destination
  }
}
