package import Dockerfile
import SourceText

/// The folder that a Dockerfile is built in: what `COPY` can take, and what it cannot.
package struct BuildContext: Sendable {
  /// The folder's files, as the builder is given them.
  private(set) var tree = ImageTree(isComplete: true)

  /// The highest paths that `.dockerignore` leaves out, relative to the folder.
  package private(set) var ignoredPaths: [String] = []

  /// The files and folders that the builder is given but that may not be read, relative to the folder.
  package private(set) var unreadablePaths: [String] = []

  /// Its `.dockerignore`, if there is one.
  package let ignoreFile: IgnoreFile?

  /// Whether there is a `.dockerignore` that may not be read.
  package let isIgnoreFileUnreadable: Bool

  /// Where the folder is in the one that is checked; empty where it is that one.
  private let place: String

  /// The folder on disk; nil where its files are in memory.
  private let folder: String?

  /// What gives the contents of a file system that is elsewhere.
  private var source: (any ContentSource)?

  /// Contents in memory, which go before those on disk.
  private var texts: [String: [UInt8]] = [:]

  /// How many entries of a folder are looked at; of a folder with more not all is known.
  static let entryLimit = 200_000

  /// How large a file may be whose content is read.
  static let sizeLimit = 1 << 20

  /// How large a file of configuration may be: thousands of virtual hosts in one file are some MB.
  static let configurationSizeLimit = 1 << 27

  private static func sizeLimit(of path: String) -> Int {
    let isConfiguration = [".conf", ".ini", ".xml", ".yaml", ".yml"].contains(where: path.hasSuffix)
    return isConfiguration ? configurationSizeLimit : sizeLimit
  }

  /// Lists a folder on disk; the content of a file is read when somebody asks for it.
  ///
  /// The Dockerfile's path in the folder counts: a `.dockerignore` may go by its name.
  package init(folder: String, dockerfile: String = "Dockerfile", place: String = "") {
    self.folder = folder
    self.place = place
    let ignored = ["\(dockerfile).dockerignore", ".dockerignore"].lazy
      .compactMap { BuildFolder.bytes(of: folder + "/" + $0, limit: Self.sizeLimit) }.first
    ignoreFile = ignored.map(Self.ignoreFile)
    isIgnoreFileUnreadable = ignored == nil && BuildFolder.forbids(folder + "/.dockerignore")
    list(BuildFolder(path: folder), without: ignoreFile ?? Self.ignoreFile([]))
  }

  /// Stands for a folder on disk whose files can be read but do not belong to a build.
  init(unlisted folder: String) {
    self.folder = folder
    place = ""
    ignoreFile = nil
    isIgnoreFileUnreadable = false
  }

  /// Stands for a file system whose contents somebody else gives.
  init(unlisted source: any ContentSource) {
    folder = nil
    place = ""
    ignoreFile = nil
    isIgnoreFileUnreadable = false
    self.source = source
  }

  /// Makes a folder of texts in memory, by their paths; those that end in `.sh` may be run.
  ///
  /// Of those that are `unreadable`, or in a folder that is, nobody learns what they hold.
  package init(
    files: [String: String], unreadable: Set<String> = [], dockerfile: String = "Dockerfile",
    place: String = ""
  ) {
    folder = nil
    self.place = place
    isIgnoreFileUnreadable = unreadable.contains(".dockerignore")
    let ignored = files["\(dockerfile).dockerignore"] ?? files[".dockerignore"]
    ignoreFile = isIgnoreFileUnreadable ? nil : ignored.map { Self.ignoreFile(Array($0.utf8)) }
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      guard ignoreFile?.ignores(path) != true else {
        ignoredPaths.append(path)
        continue
      }
      if let folder = unreadable.first(where: { path.hasPrefix($0 + "/") }) {
        add(BuildFolder.Entry(path: folder, kind: .folder, mode: 0), isReadable: false)
        continue
      }
      let isReadable = !unreadable.contains(path)
      if isReadable { texts[path] = Array(text.utf8) }
      let mode = path.hasSuffix(".sh") ? 0o755 : 0o644
      add(BuildFolder.Entry(path: path, kind: .file, mode: mode), isReadable: isReadable)
    }
  }

  /// What a file holds; nil for one that is large, binary or not there.
  package func bytes(at path: String) -> [UInt8]? {
    guard let bytes = rawBytes(at: path), !Self.isBinary(bytes) else { return nil }
    return bytes
  }

  /// Why nobody knows what a file holds, to be said behind its name.
  package func reasonForNoBytes(at path: String) -> String {
    if let bytes = rawBytes(at: path), Self.isBinary(bytes) {
      return "is not text: it holds a NUL byte"
    }
    let isForbidden =
      folder.map { BuildFolder.forbids($0 + "/" + path) } ?? unreadablePaths.contains(path)
    return isForbidden ? "cannot be read: permission denied" : "cannot be read"
  }

  private func rawBytes(at path: String) -> [UInt8]? {
    if let text = texts[path] { return text }
    guard let folder else { return source?.bytes(at: path) }
    let limit = Self.sizeLimit(of: path)
    return BuildFolder.bytes(of: folder + "/" + path, limit: limit)
      ?? linkedFile(at: path, in: folder).flatMap { BuildFolder.bytes(of: $0, limit: limit) }
  }

  /// The file that a link leads to; nil where that is not in the folder, which a build never leaves.
  private func linkedFile(at path: String, in folder: String) -> String? {
    guard let target = BuildFolder.realPath(of: folder + "/" + path),
      let root = BuildFolder.realPath(of: folder), target.hasPrefix(root + "/")
    else { return nil }
    return target
  }

  private static func isBinary(_ bytes: [UInt8]) -> Bool { bytes.prefix(8000).contains(0) }

  /// Gives files other contents than they have on disk.
  package mutating func replace(_ contents: [String: [UInt8]]) {
    texts.merge(contents) { $1 }
  }

  /// How a file on disk begins; nil where it cannot be read or is no plain file.
  package static func firstBytes(of path: String, count: Int) -> [UInt8]? {
    BuildFolder.bytes(of: path, limit: .max, first: count)
  }

  /// Whether `.dockerignore` leaves a path out, itself or with a folder above it.
  func isIgnored(_ path: String) -> Bool {
    ignoredPaths.contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  private static func ignoreFile(_ bytes: [UInt8]) -> IgnoreFile {
    var files = SourceFiles()
    return IgnoreFile(files.add(path: ".dockerignore", bytes: bytes))
  }

  private mutating func list(_ folder: BuildFolder, without patterns: IgnoreFile) {
    var pending = [""]
    var count = 0
    while let path = pending.popLast() {
      // The builder is not sent sockets.
      for entry in folder.entries(of: path) where entry.kind != .socket {
        count += 1
        guard count <= Self.entryLimit else {
          tree.open(below: "/") { _ in false }
          return
        }
        let isIgnored = patterns.ignores(entry.path)
        if isIgnored {
          ignoredPaths.append(entry.path)
        } else {
          let onDisk = folder.path + "/" + entry.path
          add(entry, isReadable: !BuildFolder.forbids(onDisk, kind: entry.kind))
        }
        if entry.kind == .folder, !isIgnored || patterns.hasExceptions {
          pending.append(entry.path)
        }
      }
    }
  }

  private mutating func add(_ entry: BuildFolder.Entry, isReadable: Bool) {
    let path = "/" + entry.path
    let parent = String(path[...].dropLastName)
    if !parent.isEmpty {
      let origin = origin(of: String(parent.dropFirst()))
      tree.makeFolder(parent, like: FileNode(kind: .folder, mode: 0o755, origin: origin))
    }
    let node = FileNode(
      kind: entry.kind, mode: entry.mode, content: .buildFile(entry.path),
      origin: origin(of: entry.path))
    tree.place(node, at: path)
    guard !isReadable, !unreadablePaths.contains(entry.path) else { return }
    unreadablePaths.append(entry.path)
    tree.open(below: path) { _ in false }
  }

  private func origin(of path: String) -> FileOrigin {
    .buildFolder(place.isEmpty ? path : "\(place)/\(path)")
  }
}
