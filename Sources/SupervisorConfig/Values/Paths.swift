/// Paths as Python's `posixpath` takes them apart.
enum Paths {
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    let head = path[...slash]
    let trimmed = head.trimmingTrailingSlashes
    return String(trimmed.isEmpty ? head : trimmed)
  }

  static func join(_ folder: String, _ path: String) -> String {
    if path.utf8.first == UInt8(ascii: "/") { return path }
    if folder.isEmpty || folder.utf8.last == UInt8(ascii: "/") { return folder + path }
    return folder + "/" + path
  }

  /// Drops empty parts and `.`, and resolves `..` without looking at links.
  static func normalized(_ path: String) -> String {
    guard !path.isEmpty else { return "." }
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part != ".." || (!isAbsolute && (parts.last ?? "..") == "..") {
        parts.append(part)
      } else {
        _ = parts.popLast()
      }
    }
    let root = isAbsolute ? rootSlashes(of: path) : ""
    let result = root + parts.joined(separator: "/")
    return result.isEmpty ? "." : result
  }

  /// POSIX lets a path that begins with exactly two slashes mean something of its own.
  private static func rootSlashes(of path: String) -> String {
    path.hasPrefix("//") && !path.hasPrefix("///") ? "//" : "/"
  }
}

extension StringProtocol {
  var trimmingTrailingSlashes: SubSequence {
    let end = lastIndex { $0 != "/" }
    return end.map { self[...$0] } ?? self[startIndex..<startIndex]
  }
}

extension Paths {
  /// How many characters stand before the last part of a path.
  static func prefixLength(of path: String) -> Int {
    path.lastIndex(of: "/").map { path.distance(from: path.startIndex, to: $0) + 1 } ?? 0
  }
}
