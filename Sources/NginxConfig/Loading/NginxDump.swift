package import Machine

/// The files of a dump that `nginx -T` printed, as a file system.
package struct NginxDump: FileTree {
  /// The path of the main file, which stands first.
  package let mainFile: String
  private let files: [String: [UInt8]]

  /// Reads a dump; nil where the text has no `# configuration file PATH:` line.
  package init?(_ text: [UInt8]) {
    let marker = Array("# configuration file ".utf8)
    guard Self.hasMarker(text, marker) else { return nil }
    var files: [String: [UInt8]] = [:]
    var main: String?
    var current: String?
    var content: [UInt8] = []
    for line in text.split(separator: Ascii.lineFeed, omittingEmptySubsequences: false) {
      if line.starts(with: marker), line.last == UInt8(ascii: ":") {
        Self.finish(current, content, &files)
        let path = String(decoding: line.dropFirst(marker.count).dropLast(), as: UTF8.self)
        main = main ?? path
        current = path
        content = []
      } else if current != nil {
        content += line
        content.append(Ascii.lineFeed)
      }
    }
    Self.finish(current, content, &files)
    guard let main else { return nil }
    mainFile = main
    self.files = files
  }

  /// Whether a line begins as a marker does: most texts are no dumps, and are not cut into lines.
  private static func hasMarker(_ text: [UInt8], _ marker: [UInt8]) -> Bool {
    text.indices.contains { index in
      text[index] == Ascii.hash && (index == 0 || text[index - 1] == Ascii.lineFeed)
        && text[index...].starts(with: marker)
    }
  }

  /// nginx prints an empty line after each file, which is none of the file.
  private static func finish(
    _ path: String?, _ content: [UInt8], _ files: inout [String: [UInt8]]
  ) {
    guard let path, files[path] == nil else { return }
    files[path] =
      content.suffix(2) == [Ascii.lineFeed, Ascii.lineFeed] ? content.dropLast() : content
  }

  /// The file that the dump holds for a path; what it does not hold is unknown.
  package func lookup(_ path: String) -> FileLookup {
    // The dump may be a part of what nginx printed.
    files[path].map { .file(bytes: $0, origin: nil) } ?? .unknown
  }

  /// The names below a folder among the dump's files.
  package func entries(ofFolder path: String) -> FolderListing {
    let folder = path.hasSuffix("/") ? path : path + "/"
    let names = files.keys.filter { $0.hasPrefix(folder) }
      .compactMap { $0.dropFirst(folder.count).split(separator: "/").first.map(String.init) }
    return FolderListing(
      names: Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, isComplete: true
    )
  }
}
