import Machine

extension ImageTree {
  /// Where a path leads.
  enum Walk {
    /// An entry; `isCertain` is false where it, or a folder on the way, may not be there.
    case found(index: Int, path: [String], isCertain: Bool)

    /// No entry: the folder that lacks the name, and the names that would come below it.
    case missing(folder: Int, path: [String], name: String, rest: [String], presence: Presence)

    /// Through something that is no folder, or through too many links.
    case blocked
  }

  /// Follows a path from the root, through links; the last name's link only when asked.
  func walk(_ path: String, followingLast: Bool = true) -> Walk {
    var pending = Self.names(of: path).reversed() as [String]
    var trail = [Self.root]
    var names: [String] = []
    var links = 0
    var isCertain = true
    while let name = pending.popLast() {
      if name == ".." {
        if trail.count > 1 {
          trail.removeLast()
          names.removeLast()
        }
        continue
      }
      let folder = trail[trail.count - 1]
      guard self[folder].node.kind == .folder, names.count < Self.depthLimit else {
        return .blocked
      }
      guard let child = self[folder].children[name], self[child].presence != .absent else {
        return .missing(
          folder: folder, path: names, name: name, rest: pending.reversed(),
          presence: presence(ofUnlisted: name, in: folder, path: names)
        )
      }
      isCertain = isCertain && self[child].presence == .present
      if case .link(let target) = self[child].node.kind, followingLast || !pending.isEmpty {
        links += 1
        guard links <= Self.linkLimit else { return .blocked }
        if target.hasPrefix("/") {
          trail = [Self.root]
          names = []
        }
        pending.append(contentsOf: Self.names(of: target).reversed())
      } else {
        trail.append(child)
        names.append(name)
      }
    }
    return .found(index: trail[trail.count - 1], path: names, isCertain: isCertain)
  }

  /// The names in a path, without empty ones and `.`.
  static func names(of path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).compactMap { part in
      part.elementsEqual(".".utf8) ? nil : String(Substring(part))
    }
  }

  static func path(of names: [String]) -> String {
    "/" + names.joined(separator: "/")
  }

  func presence(ofUnlisted name: String, in folder: Int, path: [String]) -> Presence {
    if self[folder].children[name] != nil || self[folder].isComplete { return .absent }
    let patterns = self[folder].unlistedNames
    if !patterns.isEmpty, !patterns.contains(where: { GlobPattern($0).matches(name) }) {
      return .absent
    }
    if self[folder].isFilledByPackages, stems.contains(where: name.hasBytes) { return .absent }
    return knownAbsent.contains(Self.path(of: path + [name])) ? .absent : .unknown
  }
}

extension ImageTree {
  /// What stands at an absolute path.
  package func node(at path: String, followingLast: Bool = true) -> NodeLookup {
    switch walk(path, followingLast: followingLast) {
    case .found(let index, _, true): .present(self[index].node)
    case .found(let index, _, false): .unknown(self[index].node)
    case .missing(_, _, _, _, .absent), .blocked: .absent
    case .missing(_, let folder, let name, let rest, _):
      knownAbsent.contains(Self.path(of: folder + [name] + rest)) ? .absent : .unknown(nil)
    }
  }

  /// Where a path leads once its links are followed, as far as that is known.
  package func realPath(of path: String, followingLast: Bool = true) -> String? {
    switch walk(path, followingLast: followingLast) {
    case .found(_, let names, _): Self.path(of: names)
    case .missing(_, let names, let name, let rest, _): Self.path(of: names + [name] + rest)
    case .blocked: nil
    }
  }

  /// The names in a folder, and whether there may be more.
  package func names(inFolder path: String) -> (names: [String], isComplete: Bool) {
    guard case .found(let index, _, let isCertain) = walk(path) else {
      return ([], node(at: path).presence == .absent)
    }
    let children = self[index].children
    let present = children.filter { self[$0.value].presence == .present }.keys
    let isSettled = !children.values.contains { self[$0].presence == .unknown }
    return (
      isCertain ? present.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } : [],
      isCertain && isSettled && self[index].isComplete
    )
  }

  /// The entries that are surely there and that are wanted by name and node, sorted by path.
  ///
  /// A whole system has tens of thousands: a path is made and sorted for the wanted ones alone.
  package func presentNodes(
    where isWanted: (_ name: String, _ node: FileNode) -> Bool
  ) -> [(path: String, node: FileNode)] {
    var found: [(path: String, node: FileNode)] = []
    var pending: [(folder: Int, path: String)] = [(Self.root, "")]
    if isWanted("", self[Self.root].node) { found.append(("/", self[Self.root].node)) }
    while let next = pending.popLast() {
      for (name, index) in self[next.folder].children where self[index].presence == .present {
        if isWanted(name, self[index].node) {
          found.append(("\(next.path)/\(name)", self[index].node))
        }
        if !self[index].children.isEmpty { pending.append((index, "\(next.path)/\(name)")) }
      }
    }
    return found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
