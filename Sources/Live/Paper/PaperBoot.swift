package import Boot
import Dockerfile
package import Image
import Machine
import SourceText

/// A running container, booted on paper: what its own files say that it should do.
package struct PaperBoot: Sendable {
  package var stack: Stack

  /// Boots a container from the image of its file system as it is now.
  package init(_ container: LiveContainer, image: Image) {
    var sources = SourceFiles()
    var image = image
    image.configuration = ImageConfiguration(container, &sources)
    var paper = Container(
      image, machine: MachineFacts(cores: container.cores, hostName: container.hostName))
    paper.isRunning = true
    // An engine tells all variables that a container is given.
    paper.environment.isComplete = true
    let boot = Booter.boot(&paper, sources: &sources)
    stack = Stack(
      path: container.name, source: .container, sources: sources, container: paper, boot: boot,
      anchor: paper.commandSpan)
  }
}

extension ImageConfiguration {
  /// What the engine says of a container's start, with a text to point into: it has no file.
  fileprivate init(_ container: LiveContainer, _ sources: inout SourceFiles) {
    self.init(isComplete: true)
    let head = """
      image: \(container.image)
      working directory: \(container.workingDirectory)
      user: \(container.user.isEmpty ? "root" : container.user)
      command: 
      """
    let line = container.command.joined(separator: " ")
    let file = sources.add(
      path: "inspection of \(container.name)", bytes: Array("\(head)\(line)\n".utf8))
    let span = SourceSpan(
      file: file.id, start: head.utf8.count, end: head.utf8.count + line.utf8.count)
    command = ImageCommand(
      words: container.command.map { ExpandedWord($0, span: span) }, span: span)
    user = ExpandedWord(container.user)
    workingDirectory = ExpandedWord(container.workingDirectory)
    for entry in container.environment {
      let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? String(parts[1]) : ""
      setEnvironment(BuildVariable(String(parts[0]), ExpandedWord(value)))
    }
  }
}
