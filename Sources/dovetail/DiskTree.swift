import FoundationEssentials
import Machine

/// The file system that dovetail itself sees.
struct DiskTree: FileTree {
  func lookup(_ path: String) -> FileLookup {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return .absent
    }
    if isFolder { return .folder }
    // A device or a pipe would keep the reader waiting.
    let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    let isPlain = kind == .typeRegular || kind == .typeSymbolicLink
    guard isPlain, let data = FileManager.default.contents(atPath: path) else {
      return .opaqueFile
    }
    return .file(bytes: Array(data), origin: path)
  }

  func entries(ofFolder path: String) -> FolderListing {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return FolderListing(
      names: names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, isComplete: true)
  }

  func destination(ofLink path: String) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: path)
  }
}
