internal import Image
internal import Machine

/// A container of which only some files are known, and not where they lie.
///
/// A path is taken to be the file that ends alike, where only one does; everything else is unknown.
struct LooseTree: FileTree {
  private let context: BuildContext
  private let pathsByName: [String: [String]]

  init(_ context: BuildContext) {
    self.context = context
    pathsByName = Dictionary(grouping: context.files) { $0.lastPathComponent }
  }

  func lookup(_ path: String) -> FileLookup {
    guard let file = file(for: path) else { return .unknown }
    guard let bytes = context.bytes(at: file) else { return .opaqueFile }
    return .file(bytes: bytes, origin: file)
  }

  func entries(ofFolder path: String) -> FolderListing {
    FolderListing(names: [], isComplete: false)
  }

  private func file(for path: String) -> String? {
    let path = path.hasPrefix("/") ? String(path.dropFirst()) : path
    let candidates = pathsByName[path.lastPathComponent] ?? []
    if candidates.contains(path) { return path }
    guard candidates.count == 1, let only = candidates.first else { return nil }
    return only
  }
}

extension String {
  /// What follows the last slash.
  var lastPathComponent: String {
    split(separator: "/").last.map(String.init) ?? self
  }
}
