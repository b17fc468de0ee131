internal import Dockerfile

/// What the `.gitignore` files of a project leave out of its repository.
///
/// Where the container runs, the machine may have made it. What a `!` takes back in may be left
/// out all the same: then nothing is said of it.
struct GitIgnore {
  private let project: ProjectFolder
  private var patterns: [String: [IgnorePattern]] = [:]

  init(of project: ProjectFolder) {
    self.project = project
  }

  /// Whether git may leave out a path of the project, for itself or for a folder above it.
  mutating func mayIgnore(_ path: String) -> Bool {
    let names = ProjectFolder.plain(path).split(separator: "/")
    let own = names.prefix { $0 == ".." }.count
    return (own..<names.count).contains { depth in
      let patterns = patterns(in: names[..<depth].joined(separator: "/"))
      return (depth..<names.count).contains { last in
        let below = names[depth...last].joined(separator: "/")
        return patterns.contains { $0.matches(below) }
      }
    }
  }

  private mutating func patterns(in folder: String) -> [IgnorePattern] {
    if let known = patterns[folder] { return known }
    let bytes = project.bytes(at: "\(folder.isEmpty ? "." : folder)/.gitignore") ?? []
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let found = lines.compactMap(Self.pattern)
    patterns[folder] = found
    return found
  }

  /// A line's pattern: one with a slash that is not its last character is about this folder alone.
  private static func pattern(_ line: Substring) -> IgnorePattern? {
    var text = line
    while text.last == " " || text.last == "\t" { text.removeLast() }
    guard let first = text.first, first != "#", first != "!" else { return nil }
    if text.last == "/" { text.removeLast() }
    guard text.contains("/") else { return IgnorePattern("**/\(text)") }
    return IgnorePattern(String(text.first == "/" ? text.dropFirst() : text))
  }
}
