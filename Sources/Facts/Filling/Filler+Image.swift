internal import Boot
internal import Dockerfile
internal import Image
internal import Machine
internal import SourceText

extension Filler {
  /// Adds what the image says of itself; nothing where there is none.
  mutating func fillImage() {
    for user in container.accounts.users {
      rows.accounts.append(
        AccountFact(
          name: user.name, uid: user.id, gid: user.groupID, home: user.home, shell: user.shell))
    }
    for group in container.accounts.groups {
      rows.accountGroups.append(
        AccountGroupFact(
          name: group.name, gid: group.id, members: group.members.joined(separator: " ")))
    }
    addPortsOfTheComposeFile()
    guard let image = container.image else { return }
    addProblems(image.problems, of: nil, program: "image")
    if let recipe = image.recipe { fill(recipe) }
    addFilesOfTheBuildFolder(image)
    addWrittenFiles(image)
    addScripts(of: image)
    addMaskedPaths(of: image)
    for package in image.packages where package.isCertain {
      rows.packages.append(
        PackageFact(
          manager: package.manager.rawValue, name: package.name, version: package.version,
          span: package.span))
    }
  }

  /// Nobody finds the text of these files, unless they are told which instruction made it.
  private mutating func addWrittenFiles(_ image: Image) {
    let dockerfile = image.recipe?.document.file.id
    for source in stack.sources.files where source.path.hasPrefix("/") {
      guard case .present(let node) = image.node(at: source.path), let span = node.span,
        span.file == dockerfile, node.isWritten
      else { continue }
      let start = SourceSpan(file: source.id, start: 0, end: 0)
      rows.writtenFiles.append(WrittenFileFact(path: source.path, textSpan: start, span: span))
    }
  }

  private mutating func addMaskedPaths(of image: Image) {
    rows.maskedPaths = image.masked.map {
      MaskedPathFact(path: $0.path, span: $0.span, mountSpan: $0.mountSpan)
    }
  }

  private mutating func addPortsOfTheComposeFile() {
    for port in stack.membership?.ports ?? [] {
      rows.exposedPorts.append(
        ExposedPortFact(
          port: port.port, protocol: port.transport, isPublished: port.isPublished,
          span: port.span))
    }
  }

  /// What the Dockerfile puts into the image is judged even where nothing names it.
  private mutating func addFilesOfTheBuildFolder(_ image: Image) {
    for entry in image.filesOfTheBuildFolder { addFile(entry.path) }
  }
}

extension FileNode {
  /// Whether an instruction made the text, wholly or from one of the build folder.
  fileprivate var isWritten: Bool {
    guard case .bytes = content else { return false }
    switch origin {
    case .instruction, .buildFolder: return true
    case .baseImage, .package: return false
    }
  }
}
