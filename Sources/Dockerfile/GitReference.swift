/// A git repository that `ADD` checks out.
package struct GitReference: Hashable, Sendable {
  /// The address without branch and folder.
  package var remote: String

  /// The branch, tag or commit; empty for the default branch.
  package var reference: String

  /// The folder inside; empty for all.
  package var folder: String

  /// Reads an address as BuildKit's `dfgitutil.ParseGitRef` does; nil where it is none.
  init?(_ text: String) {
    let hash = text.firstIndex(of: "#")
    let address = text[..<(hash ?? text.endIndex)]
    let fragment = hash.map { text[text.index(after: $0)...] } ?? ""
    guard Self.isRemote(address) else { return nil }
    remote = String(address)
    let colon = fragment.firstIndex(of: ":")
    reference = String(fragment[..<(colon ?? fragment.endIndex)])
    folder = colon.map { String(fragment[fragment.index(after: $0)...]) } ?? ""
  }

  private static func isRemote(_ address: Substring) -> Bool {
    if address.hasPrefix("git://") || address.hasPrefix("ssh://") { return true }
    if address.hasPrefix("http://") || address.hasPrefix("https://") {
      let path = address.prefix { $0 != "?" }
      return path.hasSuffix(".git")
    }
    // The form of scp: a user, a host and a path.
    guard let at = address.firstIndex(of: "@"), let colon = address.firstIndex(of: ":"),
      at < colon, !address.contains("//")
    else { return false }
    let user = address[..<at]
    return !user.isEmpty && user.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == .hyphen }
      && !address[at..<colon].contains("/")
  }

  /// The address as BuildKit's operations name it.
  package var identifier: String {
    var path = remote
    for scheme in ["https://", "http://", "ssh://", "git://"] where path.hasPrefix(scheme) {
      path.removeFirst(scheme.count)
    }
    if !reference.isEmpty || !folder.isEmpty { path += "#\(reference)" }
    return "git://\(path)" + (folder.isEmpty ? "" : ":\(folder)")
  }
}
