import Machine

/// The files of this machine, for a configuration that belongs to another one.
///
/// What is here may be there too; what is not here may be there all the same.
struct NearbyFiles: FileTree {
  private let disk = DiskTree()

  func lookup(_ path: String) -> FileLookup {
    let found = disk.lookup(path)
    if case .absent = found { return .unknown }
    return found
  }

  func entries(ofFolder path: String) -> FolderListing {
    let listing = disk.entries(ofFolder: path)
    return FolderListing(
      names: listing.names, isComplete: listing.isComplete && !listing.names.isEmpty)
  }
}
