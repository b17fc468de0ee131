#if Probe
  import FoundationEssentials

  /// What is probed.
  package enum ProbeTarget: Hashable, Sendable {
    /// A container, by name or id.
    case container(String)

    /// All containers of a compose project, by its name or by the absolute path of its folder.
    case project(String)

    /// A server, from outside only.
    case url(String)

    /// This machine, or the container that the probe runs in.
    case local

    package init(_ text: String) {
      if text.hasPrefix("http://") || text.hasPrefix("https://") {
        self = .url(text)
      } else if text.hasPrefix("compose:") {
        let project = String(text.dropFirst("compose:".count))
        let isFolder = project.hasPrefix(".") || project.contains("/")
        self = .project(isFolder ? Self.absolute(project) : project)
      } else {
        self = .container(text)
      }
    }

    private static func absolute(_ folder: String) -> String {
      let here = URL(
        filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
      let url = URL(filePath: folder, directoryHint: .notDirectory, relativeTo: here)
      return url.absoluteURL.standardized.path
    }
  }
#endif
