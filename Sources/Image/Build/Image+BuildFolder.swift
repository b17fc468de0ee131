extension Image {
  /// The files that surely came from the build folder, with their paths in the image, sorted.
  package var filesOfTheBuildFolder: [(path: String, node: FileNode)] {
    tree.presentNodes { _, node in
      if case .buildFolder = node.origin { node.kind == .file } else { false }
    }
  }
}
