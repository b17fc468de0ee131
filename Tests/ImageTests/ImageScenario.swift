import Image
import Machine
import SourceText

/// Builds a Dockerfile on paper, in a build folder that is made up.
func buildImage(
  _ dockerfile: String, files: [String: String] = [:], unreadable: Set<String> = []
) -> Image {
  var sources = SourceFiles()
  let file = sources.add(path: "Dockerfile", bytes: Array(dockerfile.utf8))
  return Image.build(
    dockerfile: file, context: BuildContext(files: files, unreadable: unreadable),
    sources: &sources)
}

extension Image {
  /// What is known of paths, one word each: `present`, `absent` or `unknown`.
  func presence(_ paths: String...) -> [String] {
    paths.map { node(at: $0, followingLast: false).presence.rawValue }
  }

  /// A path's owner, group and mode as `ls -n` would have them, with `-` for what is not known.
  func attributes(_ path: String) -> String {
    guard let node = node(at: path, followingLast: false).node else { return "not there" }
    let numbers = [node.owner, node.group].map { $0.map(String.init) ?? "-" }
    let mode = node.mode.map { String($0, radix: 8) } ?? "-"
    return "\(numbers[0]):\(numbers[1]) \(mode)"
  }

  /// What a file holds, or how much is known of it.
  func text(_ path: String) -> String {
    switch lookup(path) {
    case .file(let bytes, _): String(decoding: bytes, as: UTF8.self)
    case .opaqueFile: "not known"
    case .folder: "folder"
    case .absent: "absent"
    case .unknown: "unknown"
    }
  }
}
