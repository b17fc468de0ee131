extension BuildContext {
  /// The paths of all files that the builder is given, relative to the folder, sorted.
  package var files: [String] {
    tree.presentNodes { $1.kind == .file }.map { String($0.path.dropFirst()) }
  }
}
