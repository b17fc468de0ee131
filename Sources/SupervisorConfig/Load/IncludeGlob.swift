import Machine

/// Python's `glob.glob` without `**`, which keeps the pattern's own spelling in its answers.
struct IncludeGlob {
  let tree: any FileTree

  func matches(_ pattern: String) -> (paths: [String], isComplete: Bool) {
    let folder = Paths.folder(of: pattern)
    let name = String(pattern.dropFirst(Paths.prefixLength(of: pattern)))
    guard isMagic(pattern) else {
      return mayExist(pattern, asFolder: name.isEmpty) ? ([pattern], true) : ([], true)
    }
    guard isMagic(folder) else { return entries(of: [folder], matching: name, isComplete: true) }
    let folders = matches(folder)
    return entries(of: folders.paths, matching: name, isComplete: folders.isComplete)
  }

  private func entries(
    of folders: [String], matching name: String, isComplete: Bool
  ) -> (paths: [String], isComplete: Bool) {
    var isComplete = isComplete
    var paths: [String] = []
    let part = GlobPattern(name, escapes: false)
    for folder in folders {
      guard isMagic(name) else {
        let path = Paths.join(folder, name)
        if mayExist(path, asFolder: name.isEmpty) { paths.append(path) }
        continue
      }
      guard isFolder(folder) else { continue }
      let listing = tree.entries(ofFolder: Paths.normalized(folder))
      isComplete = isComplete && listing.isComplete
      paths += listing.names.filter(part.matches).map { Paths.join(folder, $0) }
    }
    return (paths, isComplete)
  }

  private func isMagic(_ text: String) -> Bool {
    text.utf8.contains { [UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "[")].contains($0) }
  }

  private func isFolder(_ path: String) -> Bool {
    switch tree.lookup(Paths.normalized(path)) {
    case .folder, .unknown: true
    case .file, .opaqueFile, .absent: false
    }
  }

  private func mayExist(_ path: String, asFolder: Bool) -> Bool {
    switch tree.lookup(Paths.normalized(path)) {
    case .absent: false
    case .file, .opaqueFile: !asFolder
    case .folder, .unknown: true
    }
  }
}
