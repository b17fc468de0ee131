package import SourceText

/// Something that is wrong with the way a container starts.
package enum BootProblem: Problem {
  /// Neither ENTRYPOINT nor CMD says what to start.
  case noCommand(SourceSpan)

  /// The first process leaves, and the container ends with it.
  case firstProcessLeaves(String, SourceSpan)

  /// A file of a folder without a Dockerfile that looks like a configuration, but may not be read.
  case unreadableFile(String, SourceSpan)

  package var code: String {
    switch self {
    case .noCommand: "no-command"
    case .firstProcessLeaves: "first-process-leaves"
    case .unreadableFile: "file-unreadable"
    }
  }

  package var span: SourceSpan {
    switch self {
    case .noCommand(let span), .firstProcessLeaves(_, let span), .unreadableFile(_, let span): span
    }
  }

  package var message: String {
    switch self {
    case .noCommand: "no command specified"
    case .firstProcessLeaves(let name, _): "\(name) goes to the background, and the container ends"
    case .unreadableFile(let path, _): "open \"\(path)\": permission denied"
    }
  }

  package var consequence: Consequence {
    if case .unreadableFile = self { .unknown } else { .refuses }
  }
}
