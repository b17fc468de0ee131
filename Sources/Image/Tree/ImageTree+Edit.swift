extension ImageTree {
  /// Makes a folder and those above it that are missing, as `mkdir -p` does.
  ///
  /// Where a folder may be there already, its owner and mode are not known afterwards, nor all that it
  /// holds. Answers nil where something on the way is no folder.
  @discardableResult
  mutating func makeFolder(_ path: String, like node: FileNode) -> Int? {
    switch walk(path) {
    case .blocked:
      return nil
    case .found(let index, let names, let isCertain):
      guard self[index].node.kind == .folder else { return nil }
      if !isCertain { settle(names) }
      return index
    case .missing(let folder, let path, let name, let rest, let presence):
      guard path.count + 1 + rest.count <= Self.depthLimit else { return nil }
      settle(path)
      var folder = folder
      for name in [name] + rest where name != ".." {
        folder = insert(Self.newFolder(like: node, where: presence), named: name, in: folder)
      }
      return folder
    }
  }

  /// Puts a node at a path whose folder is there or may be; false where that cannot be.
  ///
  /// A folder keeps what it holds. A link in the last place is replaced, unless it is to be followed.
  @discardableResult
  mutating func place(
    _ node: FileNode, at path: String, followingLast: Bool = false, isComplete: Bool = true
  ) -> Bool {
    switch walk(path, followingLast: followingLast) {
    case .blocked:
      return false
    case .found(let index, let names, _):
      guard names.isEmpty == false || node.kind == .folder else { return false }
      settle(names)
      replace(index, with: node)
      return true
    case .missing(let folder, let path, let name, let rest, let presence):
      settle(path)
      guard let last = rest.last else {
        // A folder that may have been there may hold more.
        let isComplete = isComplete && (presence == .absent || node.kind != .folder)
        insert(
          Entry(presence: .present, node: node, isComplete: isComplete), named: name, in: folder)
        return true
      }
      guard presence == .unknown else { return false }
      let parents = ([name] + rest.dropLast()).joined(separator: "/")
      let parent = Self.path(of: path) + "/" + parents
      let any = FileNode(kind: .folder, owner: nil, group: nil, mode: nil, origin: .baseImage)
      guard let index = makeFolder(parent, like: any) else { return false }
      insert(Entry(presence: .present, node: node, isComplete: isComplete), named: last, in: index)
      return true
    }
  }

  /// Takes away what stands at a path, with all below it; the last link is not followed.
  mutating func remove(_ path: String) {
    switch walk(path, followingLast: false) {
    case .found(_, let names, _):
      guard let name = names.last,
        case .found(let folder, _, _) = walk(Self.path(of: names.dropLast()))
      else { return }
      erase(name, in: folder)
    case .missing(let folder, _, let name, let rest, .unknown) where rest.isEmpty:
      erase(name, in: folder)
    case .missing, .blocked:
      break
    }
  }

  /// Changes the node at a path, if something is there or may be.
  mutating func update(
    _ path: String, followingLast: Bool = true, _ change: (inout FileNode) -> Void
  ) {
    guard case .found(let index, _, _) = walk(path, followingLast: followingLast) else { return }
    change(&self[index].node)
  }

  /// Changes the node at a path and all below it, links not followed.
  mutating func updateAll(below path: String, _ change: (inout FileNode) -> Void) {
    guard case .found(let index, _, _) = walk(path) else { return }
    for index in indices(below: index) {
      change(&self[index].node)
    }
  }

  /// Copies an entry and all below it from another tree; folders that are there take up the new ones.
  mutating func graft(
    _ source: Int, of tree: ImageTree, named name: String, in folder: Int, at path: [String],
    _ change: (inout FileNode) -> Void
  ) {
    var pending = [(source: source, name: name, folder: folder, path: path)]
    while let next = pending.popLast() {
      var entry = tree[next.source]
      guard entry.presence != .absent, next.path.count < Self.depthLimit else { continue }
      change(&entry.node)
      let children = entry.children
      entry.children = [:]
      if entry.node.kind == .folder {
        let old = self[next.folder].children[next.name].map { self[$0] }
        let presence = presence(ofUnlisted: next.name, in: next.folder, path: next.path)
        entry.children = old?.children ?? [:]
        let mayHoldMore = old.map { $0.presence != .absent && !$0.isComplete }
        if mayHoldMore ?? (presence == .unknown) { entry.isComplete = false }
      }
      let index = insert(entry, named: next.name, in: next.folder)
      for (name, child) in children {
        pending.append((child, name, index, next.path + [next.name]))
      }
    }
  }

  /// Says that the folders on a path, and what it names, are there.
  private mutating func settle(_ names: [String]) {
    var index = Self.root
    for name in names {
      guard let child = self[index].children[name] else { return }
      self[child].presence = .present
      index = child
    }
  }

  private mutating func replace(_ index: Int, with node: FileNode) {
    if self[index].node.kind == .folder, node.kind == .folder {
      self[index].node = node
    } else {
      self[index] = Entry(presence: .present, node: node, isComplete: true)
    }
  }

  private static func newFolder(like node: FileNode, where presence: Presence) -> Entry {
    var node = node
    if presence == .unknown {
      node.owner = nil
      node.group = nil
      node.mode = nil
    }
    return Entry(presence: .present, node: node, isComplete: presence != .unknown)
  }
}
