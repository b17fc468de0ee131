internal import Boot
internal import Dockerfile
internal import Image
internal import Machine
internal import SourceText

extension Filler {
  /// Adds a path that a process uses, with what is there at that moment.
  mutating func addPathUse(
    _ role: String, _ access: PathAccess, _ path: String, by user: ProcessUser, of process: Int,
    at span: SourceSpan?
  ) {
    let path = path.withoutRepeatedSlashes
    let state = addFile(path)
    let folder = addFile(path.folder)
    rows.pathUses.append(
      PathUseFact(
        id: rows.pathUses.count, processID: process, role: role, access: access.rawValue,
        path: path, folder: path.folder, presence: state.presence, kind: state.kind,
        folderPresence: folder.presence, userID: user.id,
        isAllowed: container.permits(user, access, path), isOnVolume: isOnVolume(path),
        span: span, madeSpan: maker(of: path)))
  }

  private func isOnVolume(_ path: String) -> Bool {
    let volumes = container.image?.configuration.volumes ?? []
    let folder = path.hasSuffix("/") ? path : path + "/"
    return volumes.contains { volume in
      let mount = volume.text.hasSuffix("/") ? volume.text : volume.text + "/"
      return folder.hasPrefix(mount) || mount.hasPrefix(folder)
    }
  }

  /// The instruction that made a path, or the nearest folder above it.
  private mutating func maker(of path: String) -> SourceSpan? {
    var path = path
    while path != "/" {
      if let span = addFile(path).span { return span }
      path = path.folder
    }
    return nil
  }

  /// Adds the row of a path, once, and answers it.
  @discardableResult
  mutating func addFile(_ path: String) -> FileFact {
    if let known = rows.files[path] { return known }
    var fact = container.file(path)
    if fact.program != nil { fact.isRead = readPaths.contains(path) }
    rows.files[path] = fact
    return fact
  }
}
