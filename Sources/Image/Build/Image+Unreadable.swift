import Dockerfile
import SourceText

extension Image {
  /// Tells of what the builder cannot read below a path of the build folder that it takes.
  ///
  /// It reads `.dockerignore` before it takes anything.
  mutating func reportUnreadable(below names: [String], span: SourceSpan) {
    if context.isIgnoreFileUnreadable { report(.unreadableIgnoreFile, span) }
    for path in context.unreadablePaths where ImageTree.names(of: path).starts(with: names) {
      let isFolder = context.tree.node(at: "/" + path).node?.kind == .folder
      report(.unreadableSource(path, isFolder: isFolder), span)
    }
  }

  private mutating func report(_ kind: ImageProblem.Kind, _ span: SourceSpan) {
    let isKnown = problems.contains { $0.kind == kind }
    if !isKnown { problems.append(ImageProblem(kind: kind, span: span)) }
  }
}
