package import Machine

/// The files that an nginx may serve.
package struct RouteFiles: Sendable {
  package let tree: any FileTree

  /// Where relative paths begin.
  package let prefix: String

  package init(tree: any FileTree, prefix: String) {
    self.tree = tree
    self.prefix = prefix
  }

  /// What nginx tells apart when it looks at a path.
  enum Kind {
    case file
    case folder
    case absent
    case unknown
  }

  func kind(of path: String) -> Kind {
    var path = path
    while path.hasSuffix("/"), path != "/" { path.removeLast() }
    return switch tree.lookup(path) {
    case .file, .opaqueFile: .file
    case .folder: .folder
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(prefix)/\(path)"
  }
}
