extension BuildContext {
  /// The paths of all files that the builder is given, relative to the folder, sorted.
  package var files: [String] {
    tree.allNodes().compactMap { entry in
      guard entry.node.kind == .file, entry.presence == .present else { return nil }
      return String(entry.path.dropFirst())
    }
  }
}
