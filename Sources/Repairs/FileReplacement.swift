private import FoundationEssentials
private import Glibc

/// Puts new contents in the place of a file so that nobody ever sees half of them.
package struct FileReplacement {
  /// The file itself, where the path is a link.
  private let target: URL

  /// Prepares to replace a file, which must be inside the folder even if a link leads to it.
  ///
  /// - Throws: `FileReplacementError` where it is not.
  package init(_ path: String, inFolder folder: String) throws(FileReplacementError) {
    let root = URL(filePath: folder).resolvingSymlinksInPath()
    target = root.appending(path: path).standardized.resolvingSymlinksInPath()
    guard target.pathComponents.starts(with: root.pathComponents) else {
      throw .isOutside(path)
    }
  }

  /// Writes beside the file and renames; mode and owner stay as they are.
  ///
  /// - Throws: The file system's error; the file is then as it was.
  package func write(_ bytes: [UInt8]) throws {
    let manager = FileManager.default
    let attributes = try manager.attributesOfItem(atPath: target.path)
    let temporary = target.deletingLastPathComponent()
      .appending(path: ".\(target.lastPathComponent).\(UInt32.random(in: 0...UInt32.max))")
    try Data().write(to: temporary, options: .withoutOverwriting)
    do {
      // Nobody else may read what only the owner could, not even for a moment.
      try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: temporary.path)
      try Data(bytes).write(to: temporary)
      let kept: [FileAttributeKey] = [.ownerAccountID, .groupOwnerAccountID, .posixPermissions]
      for key in kept {
        guard let value = attributes[key] else { continue }
        try manager.setAttributes([key: value], ofItemAtPath: temporary.path)
      }
      try rename(temporary)
    } catch {
      try? manager.removeItem(at: temporary)
      throw error
    }
  }

  private func rename(_ temporary: URL) throws(FileReplacementError) {
    // FoundationEssentials can only move to where nothing is.
    guard unsafe Glibc.rename(temporary.path, target.path) == 0 else {
      throw .cannotRename(target.path, errno: errno)
    }
  }
}

/// Why a file was not replaced.
package enum FileReplacementError: Error, Equatable {
  /// A link leads out of the folder that was checked.
  case isOutside(String)
  case cannotRename(String, errno: Int32)
}
