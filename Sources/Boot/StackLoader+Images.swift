internal import Dockerfile
internal import FoundationEssentials
internal import Image
internal import Machine
internal import SourceText

/// How the container of an unpacked root file system starts, as far as the user says so.
package struct StartRequest: Sendable {
  /// The command; one with characters of the shell is taken as `sh -c` takes it.
  package var command: String?

  /// A name or number, with a group behind a colon if need be.
  package var user: String?
  package var workingDirectory: String?

  package init(command: String? = nil, user: String? = nil, workingDirectory: String? = nil) {
    self.command = command
    self.user = user
    self.workingDirectory = workingDirectory
  }
}

extension StackLoader {
  /// The stack of a root file system that was unpacked into a folder.
  ///
  /// - Throws: `UnreadableInput` where there is no such folder.
  package static func load(root folder: String, _ request: StackRequest) throws -> Stack {
    guard (try? FileManager.default.contentsOfDirectory(atPath: folder)) != nil else {
      throw UnreadableInput(path: folder, reason: "the folder cannot be read")
    }
    var sources = SourceFiles()
    let configuration = ImageConfiguration(request.start, &sources)
    let image = Image.root(folder: folder, configuration: configuration)
    return boot(image, path: folder, source: .root, sources, request)
  }

  /// The stack of an image archive, or of an OCI layout in a folder.
  ///
  /// - Throws: `UnreadableInput` where it is damaged, hostile or no image.
  package static func load(archive path: String, _ request: StackRequest) throws -> Stack {
    var sources = SourceFiles()
    do {
      let image = try Image.archive(at: path, sources: &sources)
      return boot(image, path: path, source: .archive, sources, request)
    } catch {
      throw UnreadableInput(path: path, reason: "\(error)")
    }
  }

  private static func boot(
    _ image: Image, path: String, source: Stack.Source, _ sources: SourceFiles,
    _ request: StackRequest
  ) -> Stack {
    var sources = sources
    var container = Container(image, machine: request.machine)
    let boot = Booter.boot(&container, sources: &sources)
    let anchor = sources.files.first.map { SourceSpan(file: $0.id, start: 0, end: 0) }
    return Stack(
      path: path, source: source, sources: sources, container: container, boot: boot,
      anchor: anchor)
  }

  /// Whether a file begins as a tar archive does, or as a compressed one.
  static func isArchive(_ path: String) -> Bool {
    guard let head = BuildContext.firstBytes(of: path, count: 262) else { return false }
    let magics: [[UInt8]] = [
      [0x1F, 0x8B], Array("BZh".utf8), [0xFD] + Array("7zXZ".utf8), [0x28, 0xB5, 0x2F, 0xFD],
    ]
    return magics.contains { head.starts(with: $0) }
      || head.dropFirst(257).starts(with: "ustar".utf8)
  }

  /// Whether a folder is an image in the OCI layout.
  static func isLayout(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/oci-layout")
  }
}

extension ImageConfiguration {
  /// What the user says of a start; what is not said is unknown, but the folder and the variables.
  fileprivate init(_ start: StartRequest, _ sources: inout SourceFiles) {
    self.init(isComplete: false)
    if let text = start.command {
      // Findings about the command need a place: the text itself.
      let file = sources.add(path: "--command", bytes: Array(text.utf8))
      let span = SourceSpan(file: file.id, start: 0, end: text.utf8.count)
      let needsShell = text.contains { "|&;<>()$`\"'*?[#~=%!{}\\\n".contains($0) }
      let words =
        needsShell ? ["/bin/sh", "-c", text] : text.split(separator: " ").map(String.init)
      command = ImageCommand(words: words.map { ExpandedWord($0, span: span) }, span: span)
    }
    // What an engine gives to a container whose image says nothing of it.
    let path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    setEnvironment(BuildVariable("PATH", ExpandedWord(path)))
    user = ExpandedWord(start.user ?? "")
    workingDirectory = ExpandedWord(start.workingDirectory ?? "")
  }
}
