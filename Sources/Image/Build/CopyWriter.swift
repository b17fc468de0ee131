import SourceText

/// Writes what one source of `COPY` brings to its destination.
struct CopyWriter {
  /// The absolute path; a slash at its end asks for a folder.
  let destination: String
  var attributes: CopyAttributes
  let span: SourceSpan

  /// Copies an entry of a tree: a file under its name, of a folder what it holds.
  func write(
    _ index: Int, of tree: ImageTree, named path: String, isCertain: Bool, into image: inout Image
  ) {
    guard isCertain else {
      writeUnknown(into: &image)
      return
    }
    if tree[index].node.kind == .folder {
      writeFolder(index, of: tree, into: &image)
    } else {
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      writeFile(tree[index].node, named: name, into: &image)
    }
  }

  /// Puts a file into the destination, or in its place.
  func writeFile(_ node: FileNode, named name: String, into image: inout Image) {
    var node = node
    adopt(&node)
    var target = destination
    let old = image.tree.node(at: destination)
    if destination.hasSuffix("/") || old.node?.kind == .folder {
      guard makeFolder(trimmed, in: &image) else { return }
      target = trimmed + "/" + name
    } else {
      guard makeFolder(String(trimmed[...].dropLastName), in: &image) else { return }
    }
    if case .unknown = old, target == destination {
      // A folder there would take the file in.
      image.tree.doubtContents(below: destination)
    }
    if !image.tree.place(node, at: target, followingLast: true) { report(to: &image) }
  }

  /// Makes the destination a folder of which nobody knows what it holds.
  func writeUnknownFolder(into image: inout Image) {
    guard makeFolder(trimmed, in: &image) else { return }
    image.tree.doubtContents(below: trimmed)
  }

  /// Says that something may have been written to the destination.
  func writeUnknown(into image: inout Image) {
    if destination.hasSuffix("/") {
      writeUnknownFolder(into: &image)
    } else {
      let parent = String(trimmed[...].dropLastName)
      if !parent.isEmpty { _ = makeFolder(parent, in: &image) }
      image.tree.doubtContents(below: trimmed)
    }
  }

  private var trimmed: String {
    var path = destination
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  private func writeFolder(_ source: Int, of tree: ImageTree, into image: inout Image) {
    let isThere = image.tree.node(at: trimmed).presence == .present
    guard makeFolder(String(trimmed[...].dropLastName), in: &image) else { return }
    if !isThere {
      var node = tree[source].node
      // BuildKit gives it the source's mode, the builder before it 0755.
      if node.mode != 0o755 { node.mode = nil }
      adopt(&node)
      image.tree.place(node, at: trimmed)
    }
    guard case .found(let folder, let names, _) = image.tree.walk(trimmed),
      image.tree[folder].node.kind == .folder
    else {
      report(to: &image)
      return
    }
    if !tree[source].isComplete { image.tree[folder].isComplete = false }
    for (name, child) in tree[source].children {
      image.tree.graft(child, of: tree, named: name, in: folder, at: names, adopt)
    }
  }

  private func adopt(_ node: inout FileNode) {
    attributes.apply(to: &node)
    node.span = span
  }

  private func makeFolder(_ path: String, in image: inout Image) -> Bool {
    let node = FileNode(
      kind: .folder, owner: attributes.owner, group: attributes.group, mode: 0o755,
      origin: .instruction, span: span)
    if image.tree.makeFolder(path, like: node) != nil { return true }
    report(to: &image)
    return false
  }

  private func report(to image: inout Image) {
    image.problems.append(ImageProblem(kind: .destinationIsNoFolder(destination), span: span))
  }
}
