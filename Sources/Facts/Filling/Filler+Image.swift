internal import Boot
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
    addScripts(of: image)
    for package in image.packages where package.isCertain {
      rows.packages.append(
        PackageFact(
          manager: package.manager.rawValue, name: package.name, version: package.version,
          span: package.span))
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
