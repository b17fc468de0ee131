import FoundationEssentials
import Machine

/// The file system of this machine.
struct DiskTree: FileTree {
  func lookup(_ path: String) -> FileLookup {
    var isFolder: Bool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return .absent
    }
    if isFolder { return .folder }
    guard let data = FileManager.default.contents(atPath: path) else { return .opaqueFile }
    return .file(bytes: Array(data), origin: nil)
  }

  func entries(ofFolder path: String) -> FolderListing {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return FolderListing(
      names: names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, isComplete: true
    )
  }

  func destination(ofLink path: String) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: path)
  }
}
