/// A pattern of `.dockerignore`: as `PathPattern`, and `**` stands for any number of folders.
package struct IgnorePattern: Sendable {
  private enum Part {
    case anyFolders
    case one(PathPattern)
  }

  private let parts: [Part]

  /// Makes a pattern of a text such as `**/*.pyc`, relative to the folder that it is about.
  package init(_ text: String) {
    parts = text.split(separator: "/", omittingEmptySubsequences: false).flatMap { part in
      part == "**" ? [Part.anyFolders] : Self.parts(of: part)
    }
  }

  /// A `**` beside other characters, as in `**.pyc`, crosses folders too.
  private static func parts(of text: Substring) -> [Part] {
    guard text.hasPrefix("**") else { return [.one(PathPattern(String(text)))] }
    return [.anyFolders, .one(PathPattern("*\(text.drop { $0 == "*" })"))]
  }

  /// Whether a whole path, relative to that folder, fits.
  package func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").map(String.init)
    var reachable: Set = [0]
    for part in parts {
      switch part {
      case .anyFolders:
        guard let least = reachable.min() else { return false }
        reachable = Set(least...names.count)
      case .one(let pattern):
        reachable = Set(
          reachable.filter { $0 < names.count && pattern.matches(names[$0]) }.map { $0 + 1 })
      }
    }
    return reachable.contains(names.count)
  }
}
