/// The folder or file that was checked, as the user gave it.
struct StackPath {
  /// Without a leading `./` and a trailing `/`; empty for the current folder.
  let path: String

  init(_ given: String) {
    var path = given[...]
    while path.hasPrefix("./") {
      path = path.dropFirst(2)
    }
    while path.count > 1, path.hasSuffix("/") {
      path = path.dropLast()
    }
    self.path = path == "." ? "" : String(path)
  }

  /// What reports call the stack.
  var displayPath: String {
    path.isEmpty ? "." : path
  }

  /// The path of one of the stack's files from where Dovetail was called.
  func joined(with origin: String) -> String {
    if path.isEmpty || origin.hasPrefix("/") || path == origin {
      return origin
    }
    // A single file was checked, and its origin is its name.
    if path.hasSuffix("/" + origin) {
      return path
    }
    return path.hasSuffix("/") ? path + origin : path + "/" + origin
  }
}
