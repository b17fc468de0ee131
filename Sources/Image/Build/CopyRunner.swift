import Dockerfile
import Machine
import SourceText

/// Does what `COPY` and `ADD` do to an image.
///
/// The rules of the destination are those of BuildKit: each source is copied by itself, so that of two
/// files that go to one path the last one stays.
struct CopyRunner {
  let operation: CopyOperation
  let span: SourceSpan

  /// The trees that sources may come from, by stage.
  let stages: [ImageTree?]

  /// What an image brings that is not a stage; nil where nobody knows it.
  let imageTree: (String) -> ImageTree?

  func run(on image: inout Image) {
    let attributes = CopyAttributes(operation, accounts: image.accounts)
    reportOwner(to: &image)
    guard operation.destination.isCertain else {
      // It may be anywhere.
      image.tree.open(below: "/") { _ in false }
      image.tree.knownAbsent = []
      return
    }
    for source in operation.sources {
      var writer = CopyWriter(
        destination: operation.destination.text, attributes: attributes, span: span)
      copy(source, with: &writer, into: &image)
    }
  }

  private func copy(
    _ source: CopySource, with writer: inout CopyWriter, into image: inout Image
  ) {
    switch source.origin {
    case .context:
      copy(source, from: image.context.tree, isContext: true, with: &writer, into: &image)
    case .stage(let index):
      let tree = stages.indices.contains(index) ? stages[index] : nil
      writer.attributes.keepsOwners = operation.owner == nil
      copy(
        source, from: tree ?? ImageTree(isComplete: false), isContext: false, with: &writer,
        into: &image)
    case .image(let name):
      writer.attributes.keepsOwners = operation.owner == nil
      let tree = imageTree(name) ?? ImageTree(isComplete: false)
      copy(source, from: tree, isContext: false, with: &writer, into: &image)
    case .url(_, let fileName):
      writer.writeFile(
        FileNode(kind: .file, mode: 0o600, origin: .instruction, span: span), named: fileName,
        into: &image)
    case .git:
      writer.writeUnknownFolder(into: &image)
    case .inline(let file):
      var node = FileNode(kind: .file, mode: 0o644, origin: .instruction, span: span)
      node.content = file.content.isCertain ? .bytes(Array(file.content.text.utf8)) : .unknown
      writer.writeFile(node, named: file.name, into: &image)
    }
  }

  private func copy(
    _ source: CopySource, from tree: ImageTree, isContext: Bool, with writer: inout CopyWriter,
    into image: inout Image
  ) {
    guard source.path.isCertain else {
      writer.writeUnknown(into: &image)
      return
    }
    let matches = PathMatches(of: source.path.text, in: tree)
    for path in matches.paths {
      switch tree.walk(path) {
      case .found(let index, let names, let isCertain):
        if isContext, operation.excludes.isEmpty {
          image.reportUnreadable(below: names, span: source.path.span ?? span)
        }
        if source.unpacks, Self.isArchive(path) {
          writer.writeUnknownFolder(into: &image)
        } else {
          writer.write(index, of: tree, named: path, isCertain: isCertain, into: &image)
        }
      case .missing(_, _, _, _, .unknown):
        writer.writeUnknown(into: &image)
      case .missing, .blocked:
        report(path, isContext: isContext, to: &image)
        // The build ends here: what would be there is no second error.
        writer.writeUnknown(into: &image)
      }
    }
    if !matches.isComplete { writer.writeUnknown(into: &image) }
  }

  /// A name after `--chown` is one of the image.
  private func reportOwner(to image: inout Image) {
    guard let owner = operation.owner, owner.isCertain else { return }
    let name = String(owner.text.prefix { $0 != ":" })
    guard !name.isEmpty, Int(name) == nil, case .absent = image.accounts.user(named: name) else {
      return
    }
    image.problems.append(
      ImageProblem(kind: .unknownUser(command: "COPY", name: name), span: span))
  }

  private func report(_ path: String, isContext: Bool, to image: inout Image) {
    let relative = String(path.drop { $0 == "/" })
    let isIgnored = isContext && image.context.isIgnored(relative)
    let kind: ImageProblem.Kind = isIgnored ? .ignoredSource(path) : .missingSource(path)
    image.problems.append(ImageProblem(kind: kind, span: operation.sourceSpan(path) ?? span))
  }

  /// Whether `ADD` takes a local file for an archive and unpacks it.
  private static func isArchive(_ path: String) -> Bool {
    let suffixes = [
      ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tbz", ".tar.xz", ".txz", ".tar.zst",
    ]
    return suffixes.contains(where: path.hasSuffix)
  }
}

extension CopyOperation {
  /// Where a source was written.
  fileprivate func sourceSpan(_ path: String) -> SourceSpan? {
    sources.first { $0.path.text == path }?.path.span
  }
}

/// The paths of a tree that a source of `COPY` stands for, which may have wildcards.
struct PathMatches {
  private(set) var paths: [String] = []

  /// False where there may be more.
  private(set) var isComplete = true

  init(of pattern: String, in tree: ImageTree) {
    guard pattern.utf8.contains(where: { "*?[\\".utf8.contains($0) }) else {
      paths = [pattern]
      return
    }
    var folders = [""]
    let names = ImageTree.names(of: pattern)
    for (position, name) in names.enumerated() {
      let pattern = PathPattern(name)
      if pattern.isLiteral {
        folders = folders.map { $0 + "/" + name.filter { $0 != "\\" } }
        if position == names.count - 1 {
          folders = folders.filter { tree.node(at: $0).presence != .absent }
        }
        continue
      }
      folders = folders.flatMap { folder in
        let listing = tree.names(inFolder: folder.isEmpty ? "/" : folder)
        isComplete = isComplete && listing.isComplete
        return listing.names.filter { pattern.matches($0) }.map { folder + "/" + $0 }
      }
    }
    paths = folders
  }
}
