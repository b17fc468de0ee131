package import Dockerfile

extension Image {
  /// The image whose root file system was unpacked into a folder: nothing in it is unknown.
  ///
  /// How its container starts is what `configuration` says. The folder is read without following a
  /// link; the content of a file is read when somebody asks for it.
  package static func root(
    folder: String, configuration: ImageConfiguration = ImageConfiguration(isComplete: false)
  ) -> Image {
    var image = Image.scratch(context: BuildContext(unlisted: folder))
    image.configuration = configuration
    image.list(BuildFolder(path: folder))
    image.readSystemFiles()
    return image
  }

  /// More entries than this are left out, and then the folders that were read are not complete.
  private static let mostEntries = 1_000_000

  private mutating func list(_ folder: BuildFolder) {
    var pending = [""]
    var count = 0
    while let path = pending.popLast() {
      for entry in folder.entries(of: path) {
        count += 1
        guard count <= Self.mostEntries else {
          tree.open(below: "/") { _ in false }
          return
        }
        let node = FileNode(
          kind: entry.kind, owner: entry.owner, group: entry.group, mode: entry.mode,
          content: .buildFile(entry.path), origin: .baseImage)
        tree.place(node, at: "/" + entry.path)
        if entry.kind == .folder { pending.append(entry.path) }
      }
    }
  }
}
