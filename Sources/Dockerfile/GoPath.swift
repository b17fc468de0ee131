/// Paths as Go's `path` package cleans and joins them.
package enum GoPath {
  /// The shortest path that means the same, without looking at any file system.
  package static func cleaned(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part != ".." {
        parts.append(part)
      } else if let last = parts.last, last != ".." {
        parts.removeLast()
      } else if !isAbsolute {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    if isAbsolute { return "/\(joined)" }
    return joined.isEmpty ? "." : joined
  }

  /// The parts with slashes between them, cleaned, as Go's `path.Join` has it.
  package static func joined(_ parts: String...) -> String {
    let parts = parts.filter { !$0.isEmpty }
    return parts.isEmpty ? "" : cleaned(parts.joined(separator: "/"))
  }

  /// The last part of a path; `/` and `.` for a path that has none.
  package static func base(_ path: String) -> String {
    if path.isEmpty { return "." }
    return path.split(separator: "/").last.map(String.init) ?? "/"
  }

  /// A copy's destination in a folder: cleaned, but a slash or `/.` at its end stays.
  static func destination(_ path: String, in folder: String) -> String {
    let path = path.isEmpty || path == "." ? "./" : path
    var result = path.hasPrefix("/") ? cleaned(path) : joined("/", folder, path)
    if path.hasSuffix("/"), !result.hasSuffix("/") {
      result += "/"
    } else if path.hasSuffix("/.") {
      result += result == "/" ? "." : "/."
    }
    return result
  }
}
