package import Machine

/// Paths as text.
enum FilePath {
  /// The path without empty parts, `.` and `..`; links are not looked at.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        _ = parts.popLast()
      } else {
        parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The path of the folder that a file is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The last part of a path.
  static func name(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  }
}

extension FileTree {
  /// The path with all symbolic links followed, as `realpath(3)` does; nil where they never end.
  package func realPath(_ path: String) -> String? {
    var pending = path.split(separator: "/").map(String.init)
    pending.reverse()
    // Each part with its slash, so that a long path is not put together anew for each of them.
    var result = ""
    var followed = 0
    while let part = pending.popLast() {
      if part == "." { continue }
      if part == ".." {
        result = String(result[..<(result.lastIndex(of: "/") ?? result.startIndex)])
        continue
      }
      let candidate = result + "/" + part
      guard let destination = destination(ofLink: candidate) else {
        result = candidate
        continue
      }
      followed += 1
      guard followed <= 40 else { return nil }
      if destination.hasPrefix("/") { result = "" }
      pending.append(contentsOf: destination.split(separator: "/").map(String.init).reversed())
    }
    return result.isEmpty ? "/" : result
  }
}
