/// One entry of a tar archive, as its header tells.
package struct ArchiveEntry: Sendable {
  /// What an entry stands for.
  package enum Kind: Hashable, Sendable {
    case file
    case folder
    case symbolicLink(target: String)

    /// Another name of a file; the path is one of the archive.
    case hardLink(target: String)
    case device
    case socket
  }

  /// The names on the path from the archive's root; none for the root itself.
  package let path: [String]
  package let kind: Kind
  package let size: Int
  package let owner: Int
  package let group: Int

  /// The permission bits with set-uid, set-gid and sticky.
  package let mode: Int
}

extension ArchiveEntry {
  /// The longest path that Linux takes.
  static let longestPath = 4096

  /// Takes a path apart; one that is absolute or climbs with `..` leads out of the archive.
  package static func names(of path: String) throws(ArchiveError) -> [String] {
    guard path.utf8.count <= longestPath else { throw .nameTooLong }
    let names = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
      .filter { $0 != "." }
    let isAbsolute = path.utf8.first == UInt8(ascii: "/") && !names.isEmpty
    guard !isAbsolute, !names.contains("..") else { throw .escapes(path) }
    return names
  }
}
