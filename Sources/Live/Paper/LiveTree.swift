package import Machine
import Synchronization

/// The files of a running container, as far as they were fetched.
///
/// Who asks for a path that was not fetched gets "unknown", and the path is noted: after a boot on
/// paper the missing ones are fetched, and the boot is made again.
package final class LiveTree: FileTree {
  /// What stands at a path.
  package enum Node: Sendable {
    case file([UInt8])

    /// A file that is too long to fetch, or no plain file.
    case opaque
    case folder
    case link(String)
    case absent
  }

  private struct State {
    var nodes: [String: Node] = ["/": .folder]
    var children: [String: Set<String>] = [:]
    var listed: Set<String> = []
    var missingPaths: Set<String> = []
    var missingFolders: Set<String> = []
  }

  private let state = Mutex(State())

  package init() {}

  /// The paths and the folders that were asked for and are not known.
  package var missing: (paths: [String], folders: [String]) {
    state.withLock { ($0.missingPaths.sorted(), $0.missingFolders.sorted()) }
  }

  /// Notes what was seen at a path.
  package func add(_ node: Node, at path: String) {
    state.withLock { state in
      state.nodes[path] = node
      state.missingPaths.remove(path)
      if case .absent = node { return }
      state.children[Self.folder(of: path), default: []].insert(Self.name(of: path))
    }
  }

  /// Adds all that an archive of a folder holds: what it does not hold is not there.
  package func add(_ entries: [TarReader.Entry], ofFolder folder: String) {
    for entry in entries {
      let path = entry.path.hasSuffix("/") ? String(entry.path.dropLast()) : entry.path
      switch entry.kind {
      case .file: add(entry.content.map { .file($0) } ?? .opaque, at: path)
      case .folder:
        add(.folder, at: path)
        list(path)
      case .symbolicLink: add(.link(entry.linkTarget), at: path)
      // The content of a second name of a file stands elsewhere in the archive.
      case .hardLink, .other: add(.opaque, at: path)
      }
    }
    list(folder)
  }

  /// Adds the names of all that a folder holds.
  package func list(_ folder: String, names: [String]) {
    state.withLock { $0.children[folder, default: []].formUnion(names) }
    list(folder)
  }

  /// Says that all names of a folder are known.
  package func list(_ folder: String) {
    state.withLock { state in
      state.listed.insert(folder)
      state.missingFolders.remove(folder)
    }
  }

  /// What stood at a path when it was looked at; a path nobody looked at is noted as missing.
  package func lookup(_ path: String) -> FileLookup {
    switch resolve(path) {
    case .found(let real):
      switch state.withLock({ $0.nodes[real] }) {
      case .file(let bytes): return .file(bytes: bytes, origin: nil)
      case .opaque: return .opaqueFile
      case .folder: return .folder
      case .absent: return .absent
      case .link, nil: return .unknown
      }
    case .absent: return .absent
    case .missing: return .unknown
    }
  }

  /// The names that were seen in a folder; one that nobody listed is noted as missing.
  package func entries(ofFolder path: String) -> FolderListing {
    guard case .found(let real) = resolve(path) else {
      return FolderListing(names: [], isComplete: false)
    }
    return state.withLock { state in
      let isListed = state.listed.contains(real)
      if !isListed { state.missingFolders.insert(real) }
      let names = (state.children[real] ?? []).sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
      return FolderListing(names: names, isComplete: isListed)
    }
  }

  /// Where a link points.
  package func destination(ofLink path: String) -> String? {
    state.withLock { state in
      if case .link(let target) = state.nodes[path] { target } else { nil }
    }
  }

  private enum Resolution {
    case found(String)
    case absent
    case missing
  }

  /// Follows the links of a path, as the kernel does, as far as they are known.
  private func resolve(_ path: String) -> Resolution {
    var rest = path.split(separator: "/").map(String.init)
    var real = ""
    var links = 0
    while !rest.isEmpty {
      let part = rest.removeFirst()
      if part == "." { continue }
      if part == ".." {
        real = Self.folder(of: real) == "/" ? "" : Self.folder(of: real)
        continue
      }
      let next = "\(real)/\(part)"
      switch state.withLock({ $0.nodes[next] }) {
      case .link(let target):
        links += 1
        guard links <= mostLinks else { return .absent }
        rest = target.split(separator: "/").map(String.init) + rest
        if target.hasPrefix("/") { real = "" }
      case .absent: return .absent
      case .folder: real = next
      case .file, .opaque:
        guard rest.isEmpty else { return .absent }
        real = next
      case nil: return unknown(next)
      }
    }
    return .found(real.isEmpty ? "/" : real)
  }

  private func unknown(_ path: String) -> Resolution {
    state.withLock { state in
      let folder = Self.folder(of: path)
      let isNamed = state.children[folder]?.contains(Self.name(of: path)) ?? false
      if state.listed.contains(folder), !isNamed { return .absent }
      state.missingPaths.insert(path)
      return .missing
    }
  }

  private static func folder(of path: String) -> String {
    let parts = path.split(separator: "/").dropLast()
    return "/" + parts.joined(separator: "/")
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

private let mostLinks = 40
