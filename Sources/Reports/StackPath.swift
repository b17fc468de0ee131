import Rules
import SourceText

/// The folder or file that was checked, as the user gave it.
struct StackPath {
  /// Without a leading `./` and a trailing `/`; empty for the current folder.
  let path: String

  /// The folder that the stack's files are in; empty for the current one.
  private let folder: String

  init(_ verdict: Verdict) {
    path = StackPath.plain(verdict.path)
    // A file was given, and not a folder, where one of the stack's files has its name; a compose
    // file gives several stacks, each with the service behind it: `compose.yaml (web)`.
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let file = name.hasSuffix(")") ? String(name.prefix { $0 != " " }) : name
    let isFile = verdict.sources.files.contains { $0.origin == file }
    folder = isFile ? StackPath.plain(String(path.dropLast(name.count))) : path
  }

  /// What reports call the stack.
  var displayPath: String {
    path.isEmpty ? "." : path
  }

  /// The path of one of the stack's files from where Dovetail was called.
  func joined(with origin: String) -> String {
    if folder.isEmpty || origin.hasPrefix("/") {
      return origin
    }
    return folder.hasSuffix("/") ? folder + origin : "\(folder)/\(origin)"
  }

  private static func plain(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") {
      path = path.dropFirst(2)
    }
    while path.count > 1, path.hasSuffix("/") {
      path = path.dropLast()
    }
    return path == "." ? "" : String(path)
  }
}
