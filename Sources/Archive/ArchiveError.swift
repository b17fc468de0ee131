/// Why an archive cannot be read any further.
package enum ArchiveError: Error, Hashable, CustomStringConvertible {
  /// It cannot be opened or is damaged; the reason is libarchive's own.
  case unreadable(String)

  /// A name that leads out of the archive.
  case escapes(String)
  case nameTooLong

  /// More entries than any image has.
  case tooManyEntries(Int)

  /// So much more data than was stored that it can only be meant to fill a disk.
  case bomb(stored: Int, unpacked: Int)

  package var description: String {
    switch self {
    case .unreadable(let reason): "the archive cannot be read: \(reason)"
    case .escapes(let name): "the archive names a path outside of it: \"\(name)\""
    case .nameTooLong: "the archive has a name that is longer than a path can be"
    case .tooManyEntries(let limit): "the archive has more than \(limit) entries"
    case .bomb(let stored, let unpacked):
      "the archive unpacks to more than \(unpacked) bytes from \(stored): a decompression bomb"
    }
  }
}
