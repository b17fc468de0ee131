/// The paths that a pattern with wildcards stands for.
package struct GlobMatches: Sendable {
  /// Sorted by their bytes, as `glob(3)` sorts in the C locale.
  package let paths: [String]

  /// False where a folder on the way may hold more than is known.
  package let isComplete: Bool
}

extension FileTree {
  /// Expands the wildcards of an absolute path as `glob(3)` does, without `**`.
  ///
  /// A pattern without wildcards matches where its path is there, or may be.
  package func glob(_ pattern: String, escapes: Bool = true) -> GlobMatches {
    var paths = [""]
    var isComplete = true
    for component in pattern.split(separator: "/", omittingEmptySubsequences: true) {
      let part = GlobPattern(component, escapes: escapes)
      if part.isLiteral {
        paths = paths.map { "\($0)/\(component)" }
        continue
      }
      paths = paths.flatMap { folder in
        let listing = entries(ofFolder: folder.isEmpty ? "/" : folder)
        isComplete = isComplete && listing.isComplete
        return listing.names.filter(part.matches).map { "\(folder)/\($0)" }
      }
    }
    let present = paths.filter { !isAbsent($0) }
    return GlobMatches(
      paths: present.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
      isComplete: isComplete
    )
  }

  private func isAbsent(_ path: String) -> Bool {
    if case .absent = lookup(path) { true } else { false }
  }
}
