extension ImageTree {
  /// What is true of a tree that is one of the two, nobody can tell which.
  func merged(with other: ImageTree) -> ImageTree {
    var merger = TreeMerger(left: self, right: other)
    return merger.merge()
  }
}

/// Walks two trees side by side.
private struct TreeMerger {
  let left: ImageTree
  let right: ImageTree
  var result: ImageTree

  init(left: ImageTree, right: ImageTree) {
    self.left = left
    self.right = right
    result = ImageTree(isComplete: true)
    result.knownAbsent = left.knownAbsent.intersection(right.knownAbsent)
    result.stems = left.stems.filter(right.stems.contains)
  }

  mutating func merge() -> ImageTree {
    var pending = [(left: ImageTree.root, right: ImageTree.root, into: ImageTree.root, path: "")]
    result[ImageTree.root] = merged(left[ImageTree.root], right[ImageTree.root])
    while let next = pending.popLast() {
      let names = Set(left[next.left].children.keys).union(right[next.right].children.keys)
      for name in names {
        let path = next.path + "/" + name
        switch (left[next.left].children[name], right[next.right].children[name]) {
        case (let leftIndex?, let rightIndex?):
          let entry = merged(left[leftIndex], right[rightIndex])
          let index = result.insert(entry, named: name, in: next.into)
          pending.append((leftIndex, rightIndex, index, path))
        case (let index?, nil):
          adopt(index, of: left, named: name, in: next.into, without: right[next.right], at: path)
        case (nil, let index?):
          adopt(index, of: right, named: name, in: next.into, without: left[next.left], at: path)
        case (nil, nil):
          break
        }
      }
    }
    return result
  }

  /// Takes over an entry that the other tree does not list.
  private mutating func adopt(
    _ index: Int, of tree: ImageTree, named name: String, in folder: Int,
    without other: ImageTree.Entry, at path: String
  ) {
    if tree[index].presence == .absent {
      // The other one is absent too where its folder is complete; else it may be there.
      if other.isComplete { result.insert(tree[index], named: name, in: folder) }
      return
    }
    let names = ImageTree.names(of: path)
    result.graft(index, of: tree, named: name, in: folder, at: names.dropLast()) { _ in }
    if let copy = result[folder].children[name] {
      result[copy].presence = .unknown
      result[copy].isComplete = result[copy].isComplete && other.isComplete
    }
  }

  private func merged(_ a: ImageTree.Entry, _ b: ImageTree.Entry) -> ImageTree.Entry {
    if b.presence == .absent, a.presence != .absent { return merged(b, a) }
    var node = b.node
    var presence = a.presence == b.presence ? a.presence : .unknown
    if a.presence != .absent {
      if a.node.kind != b.node.kind { presence = .unknown }
      node.owner = a.node.owner == b.node.owner ? node.owner : nil
      node.group = a.node.group == b.node.group ? node.group : nil
      node.mode = a.node.mode == b.node.mode ? node.mode : nil
      node.content = a.node.content == b.node.content ? node.content : .unknown
    }
    let isFilledByPackages =
      (a.isComplete || a.isFilledByPackages) && (b.isComplete || b.isFilledByPackages)
    return ImageTree.Entry(
      presence: presence, node: node, isComplete: a.isComplete && b.isComplete,
      isFilledByPackages: isFilledByPackages, unlistedNames: unlistedNames(a, b))
  }

  private func unlistedNames(_ a: ImageTree.Entry, _ b: ImageTree.Entry) -> [String] {
    if a.isComplete { return b.unlistedNames }
    return b.isComplete || a.unlistedNames == b.unlistedNames ? a.unlistedNames : []
  }
}
