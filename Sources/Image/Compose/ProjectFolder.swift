internal import Dockerfile

/// The folder that a compose file is in, on disk or in memory.
package struct ProjectFolder: Sendable {
  /// The folder as the user gave it.
  package let path: String

  /// The files of a folder in memory; nil for one on disk.
  private let texts: [String: String]?

  /// What files are to hold instead of what they do, by their paths in the folder.
  private var replacements: [String: [UInt8]]

  /// How many files of a mounted folder are looked at.
  static let mountedFileLimit = 5_000

  package init(path: String, replacements: [String: [UInt8]] = [:]) {
    self.path = path
    self.replacements = replacements
    texts = nil
  }

  package init(files: [String: String]) {
    path = "."
    texts = files
    replacements = [:]
  }

  /// What a file of the project holds; nil where it cannot be read.
  package func bytes(at relative: String) -> [UInt8]? {
    let relative = Self.plain(relative)
    if let replaced = replacements[relative] { return replaced }
    if let texts { return texts[relative].map { Array($0.utf8) } }
    // Whoever reads a compose file, or what it names, follows links wherever they lead.
    return BuildFolder.realPath(of: onDisk(relative)).flatMap {
      BuildFolder.bytes(of: $0, limit: BuildContext.configurationSizeLimit)
    }
  }

  /// Whether anything stands at a path of the project, whatever a build would take of it.
  package func has(_ relative: String) -> Bool {
    let relative = Self.plain(relative)
    guard let texts else { return BuildFolder.has(onDisk(relative)) }
    return texts.keys.contains { $0 == relative || $0.hasPrefix(relative + "/") }
  }

  /// Whether a folder of the project holds a file or a folder.
  package func holdsAnything(at relative: String) -> Bool {
    let place = Self.plain(relative)
    guard let texts else { return !BuildFolder(path: onDisk(place)).entries(of: "").isEmpty }
    return !inside(place, texts).isEmpty
  }

  /// The build folder at a path of the project.
  package func context(at relative: String, dockerfile: String) -> BuildContext {
    let place = Self.plain(relative)
    guard let texts else {
      var context = BuildContext(folder: onDisk(place), dockerfile: dockerfile, place: place)
      context.replace(inside(place, replacements))
      return context
    }
    return BuildContext(files: inside(place, texts), dockerfile: dockerfile, place: place)
  }

  /// The files below a folder of the project, by their paths in it.
  func files(below relative: String) -> [(path: String, bytes: [UInt8])] {
    let context = context(at: relative, dockerfile: "Dockerfile")
    return context.files.prefix(Self.mountedFileLimit).compactMap { path in
      context.bytes(at: path).map { (path, $0) }
    }
  }

  private func onDisk(_ relative: String) -> String {
    if relative.hasPrefix("/") { return relative }
    return relative.isEmpty ? path : "\(path)/\(relative)"
  }

  private func inside<Content>(
    _ place: String, _ files: [String: Content]
  ) -> [String: Content] {
    guard !place.isEmpty else { return files }
    let below = files.filter { $0.key.hasPrefix(place + "/") }
    return Dictionary(
      uniqueKeysWithValues: below.map { (String($0.key.dropFirst(place.count + 1)), $0.value) })
  }

  /// A path without `.`, `..` after a name, and needless slashes; empty for the folder itself.
  package static func plain(_ path: String) -> String {
    let cleaned = GoPath.cleaned(path)
    return cleaned == "." ? "" : cleaned
  }
}
