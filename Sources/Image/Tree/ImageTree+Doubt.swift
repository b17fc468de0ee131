extension ImageTree {
  /// Says that a path may be there or not, and what it is if it is there.
  mutating func doubt(_ path: String, node: FileNode? = nil) {
    switch walk(path, followingLast: false) {
    case .found(let index, let names, _):
      guard !names.isEmpty else { return }
      self[index].presence = .unknown
      self[index].node.content = .unknown
    case .missing(let folder, let path, let name, let rest, let presence):
      knownAbsent.remove(Self.path(of: path + [name]))
      guard presence == .absent else { return }
      let kind: FileKind = rest.isEmpty ? node?.kind ?? .file : .folder
      let any =
        node ?? FileNode(kind: kind, owner: nil, group: nil, mode: nil, origin: .instruction)
      var entry = Entry(presence: .unknown, node: any, isComplete: false)
      entry.node.kind = kind
      insert(entry, named: name, in: folder)
    case .blocked:
      break
    }
  }

  /// Says that what a path names, and all below it, may have been changed, added to or written anew.
  mutating func doubtContents(below path: String) {
    guard case .found(let index, let names, _) = walk(path) else {
      // Were it a file, nobody would ask what is below it.
      doubt(
        path,
        node: FileNode(kind: .folder, owner: nil, group: nil, mode: nil, origin: .instruction))
      return
    }
    for index in indices(below: index) {
      loosen(index)
      self[index].node.content = .unknown
      self[index].node.owner = nil
      self[index].node.group = nil
      self[index].node.mode = nil
    }
    let prefix = Self.path(of: names) + "/"
    knownAbsent = knownAbsent.filter { !$0.hasPrefix(prefix) }
  }

  /// Says that the folders at and below a path may hold more than is known.
  ///
  /// `isSpared` tells of the paths that are not touched, nor anything below them; `byPackages` says
  /// that nothing but packages can have brought more.
  mutating func open(
    below path: String, byPackages: Bool = false, sparing isSpared: (String) -> Bool
  ) {
    guard case .found(let start, let names, _) = walk(path) else { return }
    var pending = [(index: start, path: names.isEmpty ? "" : Self.path(of: names))]
    while let next = pending.popLast() {
      guard !isSpared(next.path), self[next.index].node.kind == .folder else { continue }
      loosen(next.index, byPackages: byPackages)
      for (name, child) in self[next.index].children {
        pending.append((child, next.path + "/" + name))
      }
    }
  }

  /// Says that a folder, if it is there, holds nothing but what is listed.
  mutating func close(_ path: String) {
    guard case .found(let index, _, _) = walk(path), self[index].node.kind == .folder else {
      return
    }
    self[index].isComplete = true
  }

  /// Says that a folder, if it is there, holds unlisted only names that fit one of the patterns.
  mutating func limit(_ path: String, to patterns: [String]) {
    guard case .found(let index, _, _) = walk(path), self[index].node.kind == .folder else {
      return
    }
    self[index].unlistedNames = patterns
  }

  /// Forgets that paths are not there, unless a closure says that nobody can have made them.
  mutating func forgetAbsences(sparing isSpared: (String) -> Bool) {
    knownAbsent = knownAbsent.filter(isSpared)
  }

  private mutating func loosen(_ index: Int, byPackages: Bool = false) {
    guard self[index].node.kind == .folder else { return }
    let wasLeftToPackages = self[index].isComplete || self[index].isFilledByPackages
    self[index].isFilledByPackages = byPackages && wasLeftToPackages
    self[index].isComplete = false
    self[index].unlistedNames = []
    self[index].children = self[index].children.filter { self[$0.value].presence != .absent }
  }
}
